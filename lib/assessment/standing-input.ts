import { dayFromDate } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { publishedVersions } from '@/lib/standards/queries'
import type { StandingDecision, StandingInput } from './standing'
import { submissionSnapshot } from './snapshot'
import { bearingVersions } from './standards-in-play'

/** A decision with what its proof shows. Who decided is told as their body, never by name. */
export type ProvenDecision = StandingDecision & { id: string; submissionId: string; releaseId: string; decidingBodyId: string }

/** `submissionId` is the latest submission whose listing is decided: its facts say which standards apply. */
export type ReleaseStandingInput = Pick<StandingInput, 'versions'> & { decisions: ProvenDecision[]; submissionId: string }

async function decisionsOf(tx: Tx, submissions: readonly { id: string }[]): Promise<ProvenDecision[]> {
  const rows = await tx.decision.findMany({ where: { submissionId: { in: submissions.map(({ id }) => id) } }, orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, submissionId, releaseId, decidingBodyId, standardVersionId, outcome, decidedOn, decidedAt, validUntil }) => (
    { id, submissionId, releaseId, decidingBodyId, standardVersionId, outcome, decidedOn: dayFromDate(decidedOn), decidedAt, validUntil: validUntil === null ? null : dayFromDate(validUntil) }
  ))
}

/**
 * What the standing of each release follows from: the facts of the latest submission whose listing is decided, and every decision of submissions that are.
 * A release without one is absent. Decisions that are not published yet do not count, whoever asks.
 */
export async function standingInputs(tx: Tx, releaseIds: readonly string[]): Promise<Map<string, ReleaseStandingInput>> {
  const decided = await tx.listingDecision.findMany({ where: { releaseId: { in: [...releaseIds] } }, orderBy: [{ decidedAt: 'desc' }, { id: 'asc' }], select: { releaseId: true, submissionId: true } })
  const submissions = await tx.submission.findMany({ where: { id: { in: decided.map(({ submissionId }) => submissionId) } }, select: { id: true, snapshot: true } })
  const decisions = Map.groupBy(await decisionsOf(tx, submissions), ({ releaseId }) => releaseId)
  const versions = await publishedVersions(tx)
  const snapshots = new Map(submissions.map(({ id, snapshot }) => [id, snapshot]))
  const inputs = new Map<string, ReleaseStandingInput>()
  for (const { releaseId, submissionId } of decided) {
    if (inputs.has(releaseId) || !snapshots.has(submissionId)) continue
    const { facts, capabilities } = submissionSnapshot.parse(snapshots.get(submissionId))
    inputs.set(releaseId, { versions: bearingVersions(versions, facts, capabilities), decisions: decisions.get(releaseId) ?? [], submissionId })
  }
  return inputs
}
