import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { postMail, writeMail, type Message } from '@/lib/platform/mail'
import { lockedAssessment, lockedToJudge, refuseStale, standardToJudge, type JudgedAssessment } from '../judged-assessment'
import { canRequestChanges } from '../policy'
import type { AssessmentVersionForm, ChangeRequestForm } from '../schema'

async function refuseAfterDeciding(tx: Tx, actor: Actor, assessment: JudgedAssessment): Promise<void> {
  const decisions = await tx.decision.count({ where: { submissionId: assessment.submissionId } })
  if (canRequestChanges(actor, { ...assessment, hasDecisions: decisions > 0 })) return
  throw new DomainError('conflict', 'A standard of this submission is already decided, so changes can no longer be asked for')
}

/**
 * Writes what has to change in one standard. The supplier sees it when the requests are sent.
 * @throws DomainError 'forbidden' when the actor may not judge the submission, 'conflict' when it or the request changed meanwhile, or deciding has begun
 */
export async function writeChangeRequest(actor: Actor, { standardVersionId, message, version, ...form }: ChangeRequestForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const assessment = await lockedToJudge(tx, actor, form)
    const { frozen } = await standardToJudge(tx, assessment, standardVersionId)
    await refuseAfterDeciding(tx, actor, assessment)
    const { submissionId } = assessment
    const before = await tx.changeRequest.findUnique({ where: { submissionId_standardVersionId: { submissionId, standardVersionId } } })
    refuseStale(version, before?.version ?? 0)
    if (before?.message === message) return
    const data = { message, requestedById: actor.personId, requestedAt: now() }
    if (before) await tx.changeRequest.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
    else await tx.changeRequest.create({ data: { ...data, submissionId, standardVersionId } })
    await recordEvent(tx, actor, {
      type: 'changes.drafted', subjectKind: 'assessment', subjectId: assessment.id, productId: assessment.productId,
      detail: { submissionId, standardId: frozen.standardId, version: frozen.version },
    })
  })
}

/** Tells whoever sent the submission. What was asked stays behind the sign-in. */
async function tellSubmitter(tx: Tx, { submittedById, snapshot }: JudgedAssessment, standards: number): Promise<Message> {
  const { email: recipient } = await tx.person.findUniqueOrThrow({ where: { id: submittedById }, select: { email: true } })
  const named = `${snapshot.product.name} ${snapshot.release.label}`
  const message = {
    recipient,
    subject: `Changes are needed to ${named}`,
    body: `The assessor of ${named} asks for changes in ${standards === 1 ? 'one standard' : `${standards} standards`}. Sign in, open the release and read what is asked. Nothing else can be changed until you send it again.`,
  }
  await writeMail(tx, message)
  return message
}

/**
 * Gives the submission back to the supplier with every request that was written. Only the standards asked about can then be changed.
 * @throws DomainError 'invalid' when no request was written, 'conflict' when it changed meanwhile or deciding has begun
 */
export async function sendChangeRequests(actor: Actor, { assessmentId, version }: AssessmentVersionForm): Promise<void> {
  const message = await inTransaction(actor, async (tx) => {
    const assessment = await lockedAssessment(tx, actor, assessmentId)
    await lockedToJudge(tx, actor, { assessmentId, submissionId: assessment.submissionId })
    await refuseAfterDeciding(tx, actor, assessment)
    const requests = await tx.changeRequest.findMany({ where: { submissionId: assessment.submissionId } })
    if (requests.length === 0) throw new DomainError('invalid', 'Write what has to change in at least one standard first')
    const { count } = await tx.assessment.updateMany({ where: { id: assessmentId, version }, data: { status: 'changes_requested', version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    const mail = await tellSubmitter(tx, assessment, requests.length)
    const asked = assessment.snapshot.standards.filter(({ standardVersionId }) => requests.some((request) => request.standardVersionId === standardVersionId))
    await recordEvent(tx, actor, {
      type: 'changes.requested', subjectKind: 'assessment', subjectId: assessmentId, productId: assessment.productId,
      detail: { round: assessment.round, standards: asked.map(({ standardId }) => standardId) },
    })
    return mail
  })
  await postMail(message)
}
