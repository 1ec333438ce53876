import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { DomainError } from '@/lib/platform/domain-error'
import type { Recommendation } from '@/prisma/generated/client'
import { possibleOutcomes, unjudgedCriteria } from '../assessment'
import { lockedToJudge, refuseStale, standardToJudge, type JudgedStandard } from '../judged-assessment'
import { canRecommend } from '../policy'
import type { RecommendationForm } from '../schema'
import type { DecisionOutcome } from '../standing'

function refuseUnfinished({ criteria, findings }: JudgedStandard, outcome: DecisionOutcome): void {
  const open = unjudgedCriteria(criteria, findings)
  if (open.length > 0) throw new DomainError('invalid', `Make a finding on every criterion first. Still open: ${open.map(({ code }) => code).join(', ')}`)
  if (!possibleOutcomes(criteria, findings).includes(outcome)) throw new DomainError('invalid', 'The findings do not support this outcome', 'outcome')
}

type Said = Pick<Recommendation, 'outcome' | 'reason' | 'recommendedById'>

const isSame = (before: Said, after: Said): boolean => before.outcome === after.outcome && before.reason === after.reason && before.recommendedById === after.recommendedById

/**
 * Recommends an outcome for one standard, or changes the recommendation, in the actor's own name.
 * @throws DomainError 'invalid' while a criterion has no finding or when the findings say otherwise, 'forbidden' when the actor may not judge,
 *   'conflict' when the submission or the recommendation changed meanwhile or the standard is decided
 */
export async function recommend(actor: Actor, { standardVersionId, outcome, reason, version, ...form }: RecommendationForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const assessment = await lockedToJudge(tx, actor, form)
    const standard = await standardToJudge(tx, assessment, standardVersionId)
    if (!canRecommend(actor, { ...assessment, isDecided: standard.isDecided })) throw new DomainError('conflict', 'This standard is already decided, so its recommendation can no longer change')
    const before = standard.recommendation
    refuseStale(version, before?.version ?? 0)
    refuseUnfinished(standard, outcome)
    if (before && isSame(before, { outcome, reason, recommendedById: actor.personId })) return
    const { submissionId } = assessment
    const data = { outcome, reason, recommendedById: actor.personId, recommendedAt: now() }
    if (before) await tx.recommendation.update({ where: { submissionId_standardVersionId: { submissionId, standardVersionId } }, data: { ...data, version: { increment: 1 } } })
    else await tx.recommendation.create({ data: { ...data, submissionId, standardVersionId } })
    const { standardId, version: standardVersion } = standard.frozen
    await recordEvent(tx, actor, {
      type: 'standard.recommended', subjectKind: 'assessment', subjectId: assessment.id, productId: assessment.productId,
      detail: { submissionId, standardId, version: standardVersion, outcome },
    })
  })
}
