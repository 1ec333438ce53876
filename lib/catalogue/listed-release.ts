import { submissionSnapshot, type Snapshot } from '@/lib/assessment/snapshot'
import { standingInputs, type ReleaseStandingInput } from '@/lib/assessment/standing-input'
import { dayOf, type Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'

/** A release that stands on the register: what was sent and judged, and everything its standing follows from. */
export type ListedRelease = {
  releaseId: string
  /** The day on which this release came onto the register. */
  listedOn: Day
  /** What the supplier sent, as it was when the listing was last decided. */
  snapshot: Snapshot
  input: ReleaseStandingInput
  /** Who decided the listing. */
  decidingBodyId: string
  decidedOn: Day
}

/** What was sent and decided for one listing, or null when the asker may not see it. */
export async function listedRelease(tx: Tx, { releaseId, openedAt }: { releaseId: string; openedAt: Date }): Promise<ListedRelease | null> {
  const input = (await standingInputs(tx, [releaseId])).get(releaseId)
  const listed = await tx.listingDecision.findFirst({ where: { releaseId, outcome: 'listed' }, orderBy: { decidedAt: 'desc' } })
  const submission = input && (await tx.submission.findUnique({ where: { id: input.submissionId }, select: { snapshot: true } }))
  if (!input || !listed || !submission) return null
  const snapshot = submissionSnapshot.parse(submission.snapshot)
  return { releaseId, listedOn: dayOf(openedAt), snapshot, input, decidingBodyId: listed.decidingBodyId, decidedOn: dayOf(listed.decidedAt) }
}
