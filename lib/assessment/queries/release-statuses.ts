import type { Actor } from '@/lib/identity/actor'
import { reading } from '@/lib/platform/db'
import type { AssessmentStatus } from '../assessment'
import { visibleAssessments } from '../policy'

/** Where each release stands with the assessors, by its id: the status of its latest assessment. A release that was never sent is not in it. */
export async function releaseStatuses(actor: Actor, releaseIds: readonly string[]): Promise<Map<string, AssessmentStatus>> {
  const rows = await reading(actor, (tx) => tx.assessment.findMany({
    where: { AND: [{ releaseId: { in: [...releaseIds] } }, visibleAssessments(actor)] },
    select: { releaseId: true, status: true },
    orderBy: [{ openedAt: 'asc' }, { id: 'desc' }],
  }))
  return new Map(rows.map(({ releaseId, status }) => [releaseId, status]))
}
