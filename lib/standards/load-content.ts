import { recordEvent, systemActor, type NewEvent } from '@/lib/audit/record-event'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { dateFromDay, type Day } from '@/lib/platform/day'
import { readContent, type PublishableStandard } from './read-content'

export type LoadCounts = { standards: { new: number; changed: number; unchanged: number }; versions: { published: number; unchanged: number } }

type PublishableVersion = PublishableStandard['versions'][number]

const dateOrNull = (day: Day | null): Date | null => (day === null ? null : dateFromDay(day))

/** What a standard says of itself outside its versions. It may be put right; what binds anybody is in the versions. */
function describe(standard: PublishableStandard) {
  const { id, name, owner, category, source, foundIn, confidence, existedInOctober2018, summary, note } = standard
  return { id, name, owner, category, source, foundIn, confidence, existedInOctober2018, summary, note }
}

type Description = ReturnType<typeof describe>

async function saveDescriptions(tx: Tx, content: readonly PublishableStandard[]): Promise<{ counts: LoadCounts['standards']; changed: Description[] }> {
  const held = new Map((await tx.standard.findMany()).map((row) => [row.id, row]))
  const descriptions = content.map(describe)
  const fresh = descriptions.filter(({ id }) => !held.has(id))
  const changed = descriptions.filter((description) => {
    const before = held.get(description.id)
    return before !== undefined && Object.entries(description).some(([field, value]) => before[field as keyof Description] !== value)
  })
  await tx.standard.createMany({ data: fresh })
  for (const { id, ...data } of changed) await tx.standard.update({ where: { id }, data })
  return { counts: { new: fresh.length, changed: changed.length, unchanged: content.length - fresh.length - changed.length }, changed }
}

function versionRow(standardId: string, { criteria: _, publishedOn, adoptFrom, requiredFrom, graceUntil, retiredOn, ...version }: PublishableVersion) {
  return {
    ...version,
    standardId,
    publishedOn: dateOrNull(publishedOn),
    adoptFrom: dateOrNull(adoptFrom),
    requiredFrom: dateOrNull(requiredFrom),
    graceUntil: dateOrNull(graceUntil),
    retiredOn: dateOrNull(retiredOn),
  }
}

async function publish(tx: Tx, standardId: string, version: PublishableVersion): Promise<void> {
  const { id } = await tx.standardVersion.create({ data: versionRow(standardId, version), select: { id: true } })
  await tx.criterion.createMany({
    data: version.criteria.map(({ evidenceNeededWhen, passRule, ...criterion }, position) => (
      { ...criterion, standardVersionId: id, position, passRule: { ...passRule, evidenceNeededWhen } }
    )),
  })
}

/** The versions that are not in the register yet. */
async function unpublished(tx: Tx, content: readonly PublishableStandard[]) {
  const rows = await tx.standardVersion.findMany({ select: { standardId: true, version: true, contentHash: true } })
  const held = new Map(rows.map(({ standardId, version, contentHash }) => [`${standardId} ${version}`, contentHash]))
  const all = content.flatMap((standard) => standard.versions.map((version) => ({ standardId: standard.id, version })))
  const edited = all.filter(({ standardId, version }) => {
    const hash = held.get(`${standardId} ${version.version}`)
    return hash !== undefined && hash !== version.contentHash
  })
  if (edited.length > 0) {
    const names = edited.map(({ standardId, version }) => `${standardId} ${version.version}`).join(', ')
    throw new Error(`A published version never changes, but the content of ${names} has. Put it back, and add the change as a new version`)
  }
  return { fresh: all.filter(({ standardId, version }) => !held.has(`${standardId} ${version.version}`)), total: all.length }
}

/**
 * Publishes what the content files hold and the register does not; a second run changes nothing.
 * Every version that is published, and every description that is put right, is one event.
 *
 * @throws Error naming the versions when content changed that was already published; then nothing is stored
 */
export async function loadStandards(content: readonly PublishableStandard[] = readContent()): Promise<LoadCounts> {
  return inTransaction(systemActor, async (tx) => {
    // Two loaders at once would both find a version missing; the second waits and then finds it.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7203110)`
    const { fresh, total } = await unpublished(tx, content)
    const { counts, changed } = await saveDescriptions(tx, content)
    for (const { standardId, version } of fresh) await publish(tx, standardId, version)
    const events: NewEvent[] = [
      ...changed.map(({ id, name }) => ({ type: 'standard.described', subjectKind: 'standard', subjectId: id, isPublic: true, detail: { name } })),
      ...fresh.map(({ standardId, version }) => (
        { type: 'standard.published', subjectKind: 'standard', subjectId: standardId, isPublic: true, detail: { version: version.version, title: version.title, contentHash: version.contentHash } }
      )),
    ]
    for (const event of events) await recordEvent(tx, systemActor, event)
    return { standards: counts, versions: { published: fresh.length, unchanged: total - fresh.length } }
  })
}
