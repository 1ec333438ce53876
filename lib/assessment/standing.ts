import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { isAcceptable, isInForce, type StandardObligation, type StandardVersionDates } from '@/lib/standards/standards'

export type Standing = 'met' | 'ending' | 'ended' | 'not-met' | 'undecided' | 'not-applicable'

export type DecisionOutcome = 'met' | 'not_met' | 'not_applicable'

/** `validUntil` is inclusive, and null unless the outcome is 'met'. */
export type StandingDecision = { standardVersionId: string; outcome: DecisionOutcome; decidedOn: Day; decidedAt: Date; validUntil: Day | null }

/** A published version as it bears on one release: whether it applies, and why, by the facts that were frozen when the release was decided. */
export type BearingVersion = StandardVersionDates & {
  id: string
  standardId: string
  standardName: string
  version: string
  obligation: StandardObligation
  applies: boolean
  because: readonly string[]
}

/** Everything a standing follows from. `decisions` are those of one release whose listing is decided, in any order. */
export type StandingInput = { versions: readonly BearingVersion[]; decisions: readonly StandingDecision[] }

/** Both days inclusive. */
export type DayInterval = { from: Day; to: Day }

/** How long before its last day a standing warns: a quarter, which is about what an assessment with one round of changes takes. */
export const WARNING_DAYS = 90

/** Where one decision stands on a day. Derived each time and never stored, so it cannot be out of date. Null is "nobody has decided". */
export function standingOn(day: Day, decision: Pick<StandingDecision, 'outcome' | 'validUntil'> | null): Standing {
  if (decision === null) return 'undecided'
  if (decision.outcome === 'not_applicable') return 'not-applicable'
  if (decision.outcome === 'not_met') return 'not-met'
  if (decision.validUntil === null || day > decision.validUntil) return 'ended'
  return day > addDays(decision.validUntil, -WARNING_DAYS) ? 'ending' : 'met'
}

/**
 * The last day on which a decision to accept holds.
 *
 * @param receivedOn day the evidence reached us, UK time
 * @param lifeMonths whole months, 1 to 60, from the standard's own rules
 * @returns an inclusive last day: 12 months from 1 April 2026 ends on 31 March 2027, one month from 31 January on the last day of February
 * @throws RangeError if lifeMonths is not a whole number from 1 to 60
 */
export function lastValidDay(receivedOn: Day, lifeMonths: number): Day {
  if (!Number.isInteger(lifeMonths) || lifeMonths < 1 || lifeMonths > 60) throw new RangeError('lifeMonths must be a whole number from 1 to 60')
  const sameDayLater = addMonths(receivedOn, lifeMonths)
  return sameDayLater.slice(8) === receivedOn.slice(8) ? addDays(sameDayLater, -1) : sameDayLater
}

export type StandardStanding = {
  standardId: string
  name: string
  /** The version that products are held to on the day, or the decided one where none is in force. */
  version: string
  standardVersionId: string
  obligation: StandardObligation
  /** Whether the product's own standing depends on it: it applies, is in force, and is mandatory or conditional. */
  counts: boolean
  because: readonly string[]
  standing: Standing
  /** Last day on which it is met, inclusive: the decision's, or the last day on which its version is accepted if that is sooner. Null when not met. */
  until: Day | null
  decision: StandingDecision | null
}

/** Newest first: by the day it is required, else adopted, then by name. */
export function byNewest(a: Pick<BearingVersion, 'requiredFrom' | 'adoptFrom' | 'version'>, b: Pick<BearingVersion, 'requiredFrom' | 'adoptFrom' | 'version'>): number {
  return (b.requiredFrom ?? b.adoptFrom ?? '').localeCompare(a.requiredFrom ?? a.adoptFrom ?? '') || b.version.localeCompare(a.version, 'en', { numeric: true })
}

const latestFirst = (a: StandingDecision, b: StandingDecision): number => b.decidedAt.getTime() - a.decidedAt.getTime()

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b)

/** One standard: its versions, newest first, and what was decided on them, latest first. */
type Strand = { versions: readonly BearingVersion[]; decisions: readonly StandingDecision[] }

/** By the name of the standard. Put in order once, because one question asks of many days. */
function strandsOf({ versions, decisions }: StandingInput): Strand[] {
  const standardOf = new Map(versions.map(({ id, standardId }) => [id, standardId]))
  const decided = Map.groupBy(decisions, ({ standardVersionId }) => standardOf.get(standardVersionId))
  return [...Map.groupBy(versions, ({ standardId }) => standardId)]
    .map(([standardId, own]) => ({ versions: [...own].sort(byNewest), decisions: [...(decided.get(standardId) ?? [])].sort(latestFirst) }))
    .sort((a, b) => (a.versions[0]?.standardName ?? '').localeCompare(b.versions[0]?.standardName ?? '', 'en'))
}

type Considered = { standing: Standing; until: Day | null; decision: StandingDecision | null; version: BearingVersion | undefined }

/** A version no longer accepted ends what was decided on it. */
function lapsed(made: readonly StandingDecision[], versions: readonly BearingVersion[]): Considered {
  const decision = made.find(({ outcome }) => outcome === 'met')
  if (!decision) return { standing: 'undecided', until: null, decision: null, version: undefined }
  return { standing: 'ended', until: null, decision, version: versions.find(({ id }) => id === decision.standardVersionId) }
}

/** The latest decision on a version that is accepted on the day wins. */
function considered(day: Day, { versions, decisions }: Strand): Considered {
  const made = decisions.filter(({ decidedOn }) => decidedOn <= day)
  const accepted = versions.filter((version) => isAcceptable(version, day))
  const decision = made.find(({ standardVersionId }) => accepted.some(({ id }) => id === standardVersionId))
  const version = accepted.find(({ id }) => id === decision?.standardVersionId)
  if (!decision || !version) return lapsed(made, versions)
  const until = decision.outcome === 'met' ? earlier(decision.validUntil, version.graceUntil ?? version.retiredOn) : null
  const standing = standingOn(day, { outcome: decision.outcome, validUntil: until })
  return { standing, until: standing === 'ended' ? null : until, decision, version }
}

function standardStanding(day: Day, strand: Strand): StandardStanding | null {
  const held = strand.versions.find((version) => isInForce(version, day))
  const { version: decided, ...where } = considered(day, strand)
  const shown = held?.applies ? held : decided
  if (!shown) return null
  const { id: standardVersionId, standardId, standardName: name, version, obligation, because } = shown
  const counts = held?.applies === true && (held.obligation === 'mandatory' || held.obligation === 'conditional')
  return { standardId, name, version, standardVersionId, obligation, counts, because, ...where }
}

function standingsOf(day: Day, strands: readonly Strand[]): StandardStanding[] {
  return strands.map((strand) => standardStanding(day, strand)).filter((standing) => standing !== null)
}

/** Every standard that the release is held to on a day, or that was decided for it, by name. */
export function standardStandingsOn(day: Day, input: StandingInput): StandardStanding[] {
  return standingsOf(day, strandsOf(input))
}

export type ProductStanding =
  | { meets: true; until: Day; nextToLapse: string }
  | { meets: false; because: { standardId: string; standing: Standing }[]; since?: Day }

const isMet = ({ standing }: Pick<StandardStanding, 'standing'>): boolean => standing === 'met' || standing === 'ending'

/** What stands in the way on a day. Null when nothing does. Where no standard was met there is nothing to be green about, so an empty list is also a no. */
function obstacles(day: Day, strands: readonly Strand[]): StandardStanding[] | null {
  const counting = standingsOf(day, strands).filter(({ counts, standing }) => counts && standing !== 'not-applicable')
  const unmet = counting.filter((standing) => !isMet(standing))
  return counting.length > 0 && unmet.length === 0 ? null : unmet
}

const dayAfter = (day: Day | null): Day | null => (day === null ? null : addDays(day, 1))

/** The days on which anything that a standing follows from changes, in order. Between two of them every standing but 'ending' is the same. */
function turningDays(strands: readonly Strand[]): Day[] {
  const starts = strands.flatMap(({ versions, decisions }) => [...versions.flatMap(({ adoptFrom, requiredFrom }) => [adoptFrom, requiredFrom]), ...decisions.map(({ decidedOn }) => decidedOn)])
  const ends = strands.flatMap(({ versions, decisions }) => [...versions.flatMap(({ graceUntil, retiredOn }) => [graceUntil, retiredOn]), ...decisions.map(({ validUntil }) => validUntil)])
  const days = [...starts, ...[...new Set(ends)].map(dayAfter)]
  return [...new Set(days.filter((day) => day !== null))].sort()
}

/** A decision to accept always ends, so this is only reached where nothing is met. */
const NEVER_ENDS: Day = '2200-12-31'

/**
 * Whether a release meets the standards on a day: it meets every mandatory and conditional standard that applies and is in force.
 * `until` is the last day of that, as far as is known now, and `nextToLapse` the standard that ends it.
 * `since` is the day it stopped meeting them, and absent when it never did.
 */
export function productStandingOn(day: Day, input: StandingInput): ProductStanding {
  const strands = strandsOf(input)
  const unmet = obstacles(day, strands)
  const turning = turningDays(strands)
  if (unmet === null) {
    const end = turning.find((later) => later > day && obstacles(later, strands) !== null)
    return { meets: true, until: addDays(end ?? NEVER_ENDS, -1), nextToLapse: end ? (obstacles(end, strands)?.[0]?.standardId ?? '') : '' }
  }
  const because = unmet.map(({ standardId, standing }) => ({ standardId, standing }))
  const since = stoppedOn(day, turning, strands)
  return since === undefined ? { meets: false, because } : { meets: false, because, since }
}

function stoppedOn(day: Day, turning: readonly Day[], strands: readonly Strand[]): Day | undefined {
  const past = turning.filter((turn) => turn <= day)
  const lastMet = past.findLastIndex((turn) => obstacles(turn, strands) === null)
  return lastMet === -1 ? undefined : past[lastMet + 1]
}

/** Joined-up stretches within `from` to `to`, both inclusive, asking only on the days on which the answer can change. */
function intervalsWhere({ from, to }: DayInterval, turning: readonly Day[], holds: (day: Day) => boolean): DayInterval[] {
  const starts = [from, ...turning.filter((day) => day > from && day <= to)]
  const intervals: DayInterval[] = []
  let wasHeld = false
  starts.forEach((start, index) => {
    const isHeld = from <= to && holds(start)
    const next = starts[index + 1]
    const end = next === undefined ? to : addDays(next, -1)
    const last = intervals.at(-1)
    if (isHeld && wasHeld && last) last.to = end
    else if (isHeld) intervals.push({ from: start, to: end })
    wasHeld = isHeld
  })
  return intervals
}

/** The days from `from` to `to`, inclusive, on which the release meets the standards. */
export function compliantIntervals(input: StandingInput, from: Day, to: Day): DayInterval[] {
  const strands = strandsOf(input)
  return intervalsWhere({ from, to }, turningDays(strands), (day) => obstacles(day, strands) === null)
}

/** The days from `from` to `to`, inclusive, on which one standard is met. */
export function metIntervals(input: StandingInput, standardId: string, from: Day, to: Day): DayInterval[] {
  const versions = input.versions.filter((version) => version.standardId === standardId)
  const [strand] = strandsOf({ versions, decisions: input.decisions.filter(({ standardVersionId }) => versions.some(({ id }) => id === standardVersionId)) })
  return strand ? intervalsWhere({ from, to }, turningDays([strand]), (day) => isMet(considered(day, strand))) : []
}
