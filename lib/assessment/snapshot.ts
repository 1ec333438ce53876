import { createHash } from 'node:crypto'
import { z } from 'zod'
import { releaseFacts } from '@/lib/standards/facts'

const evidence = z.strictObject({
  revisionId: z.uuid(),
  name: z.string(),
  kind: z.enum(['file', 'link']),
  sha256: z.string(),
  collectedOn: z.string(),
  expiresOn: z.string().nullable(),
  receivedOn: z.string(),
})

const criterion = z.strictObject({ criterionId: z.uuid(), code: z.string(), value: z.string().nullable(), explanation: z.string(), evidence: z.array(evidence) })

const standard = z.strictObject({
  standardVersionId: z.uuid(),
  standardId: z.string(),
  version: z.string(),
  contentHash: z.string(),
  because: z.array(z.string()),
  criteria: z.array(criterion),
})

/**
 * What a supplier sent: everything that is judged, and the version of every rule it is judged by. Only criteria that were asked are in it.
 * It can be read by anybody once the release is listed, so evidence is in it by name and fingerprint, without its address or file name.
 */
export const submissionSnapshot = z.strictObject({
  product: z.strictObject({ id: z.uuid(), name: z.string() }),
  release: z.strictObject({ id: z.uuid(), label: z.string() }),
  facts: releaseFacts,
  capabilities: z.array(z.string()),
  standards: z.array(standard),
})

export type Snapshot = z.infer<typeof submissionSnapshot>
export type SnapshotStandard = Snapshot['standards'][number]
export type SnapshotCriterion = SnapshotStandard['criteria'][number]

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One text for one content, whatever the order in which its keys, standards, capabilities and evidence were put together. */
export function canonicalJson(snapshot: Snapshot): string {
  const standards = snapshot.standards
    .map((one) => ({ ...one, criteria: one.criteria.map((answered) => ({ ...answered, evidence: [...answered.evidence].sort((a, b) => (a.revisionId < b.revisionId ? -1 : 1)) })) }))
    .sort((a, b) => (a.standardVersionId < b.standardVersionId ? -1 : 1))
  return JSON.stringify({ ...snapshot, capabilities: [...snapshot.capabilities].sort(), standards }, withSortedKeys)
}

/** SHA-256 of the canonical JSON, in hex: what a decision is pinned to. */
export function contentHashOf(snapshot: Snapshot): string {
  return createHash('sha256').update(canonicalJson(snapshot)).digest('hex')
}

/** How a criterion compares with the round before. 'first' when there was none. */
export type RoundChange = 'first' | 'new' | 'changed' | 'same'

type Answered = { value: string | null; explanation: string; evidence: readonly { revisionId: string }[] }

/** Whether two answers say the same on the same evidence, in whatever order it stands. */
export function isSameAnswer(a: Answered, b: Answered): boolean {
  const shown = (one: Answered) => one.evidence.map(({ revisionId }) => revisionId).sort().join(' ')
  return (a.value ?? '') === (b.value ?? '') && a.explanation === b.explanation && shown(a) === shown(b)
}

/** What changed in each criterion since the round before, by criterion id. */
export function changesBetween(before: Snapshot | null, after: Snapshot): Map<string, RoundChange> {
  const earlier = new Map(before?.standards.flatMap(({ criteria }) => criteria.map((one) => [one.criterionId, one] as const)))
  const changeOf = (one: SnapshotCriterion): RoundChange => {
    if (before === null) return 'first'
    const was = earlier.get(one.criterionId)
    if (!was) return 'new'
    return isSameAnswer(was, one) ? 'same' : 'changed'
  }
  return new Map(after.standards.flatMap(({ criteria }) => criteria.map((one) => [one.criterionId, changeOf(one)] as const)))
}

/**
 * A short mark of what a person saw of the judgement: the recommendation and the findings as they were. A decision carries it, so that nobody
 * decides on findings that changed after they opened the page.
 */
export function judgementSeen(recommendationVersion: number, findings: readonly { criterionId: string; version: number }[]): string {
  const seen = findings.map(({ criterionId, version }) => `${criterionId}:${version}`).sort().join(',')
  return createHash('sha256').update(`${recommendationVersion};${seen}`).digest('hex').slice(0, 16)
}
