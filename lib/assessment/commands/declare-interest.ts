import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { lockedAssessment, type JudgedAssessment } from '../judged-assessment'
import { canDeclare, canTake, whyNotJudge } from '../policy'
import type { AssessmentVersionForm, DeclarationForm } from '../schema'

/**
 * Says, once, whether the actor has a conflict of interest. With one, the assessment disappears for them.
 * @throws DomainError 'not-found' when it is not theirs to see, 'conflict' when they declared before
 */
export async function declareInterest(actor: Actor, { assessmentId, hasConflict, detail }: DeclarationForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const assessment = await lockedAssessment(tx, actor, assessmentId)
    if (assessment.declaration !== 'none') throw new DomainError('conflict', 'You have already made your declaration for this assessment')
    if (!canDeclare(actor, assessment)) throw new DomainError('forbidden', 'Only an assessor can do this')
    // Before the declaration: after it, the actor could no longer give up what they had taken.
    if (hasConflict && assessment.assigneeId === actor.personId) await tx.assessment.update({ where: { id: assessmentId }, data: { assigneeId: null } })
    await tx.conflictDeclaration.create({ data: { assessmentId, personId: actor.personId, hasConflict, detail, declaredAt: now() } })
    await recordEvent(tx, actor, { type: 'conflict.declared', subjectKind: 'assessment', subjectId: assessmentId, productId: assessment.productId, detail: { hasConflict } })
  })
}

async function refuseToTake(tx: Tx, actor: Actor, assessment: JudgedAssessment): Promise<never> {
  const refusal = whyNotJudge(actor, assessment)
  if (refusal !== null) throw new DomainError('forbidden', refusal)
  const assignee = assessment.assigneeId === null ? null : await tx.person.findUnique({ where: { id: assessment.assigneeId }, select: { name: true } })
  throw new DomainError('conflict', `${assignee?.name ?? 'Somebody'} took this assessment first`)
}

/**
 * Takes an assessment to work on. A lead assessor may take it over from somebody else. Taking what one has changes nothing.
 * @throws DomainError 'conflict' when somebody took it first, 'forbidden' when the actor may not judge it
 */
export async function assignToMe(actor: Actor, { assessmentId, version }: AssessmentVersionForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const assessment = await lockedAssessment(tx, actor, assessmentId)
    if (assessment.assigneeId === actor.personId) return
    if (!canTake(actor, assessment)) await refuseToTake(tx, actor, assessment)
    const { count } = await tx.assessment.updateMany({ where: { id: assessmentId, version }, data: { assigneeId: actor.personId, version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    await recordEvent(tx, actor, { type: 'assessment.taken', subjectKind: 'assessment', subjectId: assessmentId, productId: assessment.productId, detail: { from: assessment.assigneeId } })
  })
}
