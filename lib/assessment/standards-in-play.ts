import type { Day } from '@/lib/platform/day'
import { appliesTo } from '@/lib/standards/applicability'
import type { ReleaseFacts } from '@/lib/standards/facts'
import type { PublishedVersion } from '@/lib/standards/queries'
import { isAcceptable, isInForce, type StandardObligation } from '@/lib/standards/standards'
import { byNewest, type BearingVersion } from './standing'

/** A version that a release is to be judged against now, and each reason, completing "It applies because …". */
export type StandardInPlay = { version: PublishedVersion; because: string[] }

/** What is asked of a product or of its supplier. A buyer's own duty, and history, are asked of no release. */
function isAskedOfReleases({ subject }: Pick<PublishedVersion, 'subject'>): boolean {
  return subject === 'product' || subject === 'supplier'
}

/** Versions not older than the newest in force: proof against an older one would soon count for nothing. */
function candidates(versions: readonly PublishedVersion[], day: Day): PublishedVersion[] {
  const newestFirst = [...versions].sort(byNewest)
  const inForce = newestFirst.findIndex((version) => isInForce(version, day))
  const notOlder = inForce === -1 ? newestFirst.filter(({ retiredOn }) => retiredOn === null || day <= retiredOn) : newestFirst.slice(0, inForce + 1)
  return notOlder.filter((version) => isAcceptable(version, day))
}

function inPlay(versions: readonly PublishedVersion[], facts: ReleaseFacts, capabilities: readonly string[], day: Day): StandardInPlay | null {
  for (const version of candidates(versions, day)) {
    const { applies, because } = appliesTo(version, { ...facts, capabilities })
    if (applies) return { version, because }
  }
  return null
}

const obligationOrder: Record<StandardObligation, number> = { mandatory: 0, conditional: 1, recommended: 2, historical: 3 }

/**
 * The standards that a release is judged against on a day: of each standard the newest version that applies and is accepted,
 * in force already or open for adoption. What is mandatory comes first, then by name.
 */
export function applicableStandards(versions: readonly PublishedVersion[], facts: ReleaseFacts, capabilities: readonly string[], day: Day): StandardInPlay[] {
  const byStandard = [...Map.groupBy(versions.filter(isAskedOfReleases), ({ standardId }) => standardId).values()]
  return byStandard
    .map((ofOne) => inPlay(ofOne, facts, capabilities, day))
    .filter((standard) => standard !== null)
    .sort((a, b) => obligationOrder[a.version.obligation] - obligationOrder[b.version.obligation] || a.version.standardName.localeCompare(b.version.standardName, 'en'))
}

/** Every version as it bears on a release with these facts, on whatever day: what its standing is derived from. */
export function bearingVersions(versions: readonly PublishedVersion[], facts: ReleaseFacts, capabilities: readonly string[]): BearingVersion[] {
  return versions.filter(isAskedOfReleases).map(({ id, standardId, standardName, version, obligation, adoptFrom, requiredFrom, graceUntil, retiredOn, applicability }) => (
    { id, standardId, standardName, version, obligation, adoptFrom, requiredFrom, graceUntil, retiredOn, ...appliesTo({ applicability }, { ...facts, capabilities }) }
  ))
}
