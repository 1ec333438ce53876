import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { earlierOutcome, keepOutcome } from '@/lib/platform/form-receipt'
import { noSuch } from '@/lib/registry/registry'
import { draftOf, type Draft } from '../draft'
import { canSubmit, canWithdraw, visibleAssessments } from '../policy'
import { missingIn, snapshotOf } from '../readiness'
import type { AssessmentVersionForm, SubmitForm } from '../schema'
import { contentHashOf, type Snapshot } from '../snapshot'

/** The assessment that the submission goes into: the one under way with its round counted up, or a new one. */
async function openRound(tx: Tx, { release, assessment }: Draft): Promise<{ assessmentId: string; round: number }> {
  if (assessment?.status === 'changes_requested') {
    const { id, version, round } = assessment
    const { count } = await tx.assessment.updateMany({ where: { id, version, status: 'changes_requested' }, data: { status: 'submitted', round: round + 1, version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    return { assessmentId: id, round: round + 1 }
  }
  const { id: releaseId, productId, supplierId } = release
  const { id } = await tx.assessment.create({ data: { releaseId, productId, supplierId, openedAt: now() }, select: { id: true } })
  return { assessmentId: id, round: 1 }
}

async function freeze(tx: Tx, actor: Actor, { release }: Draft, snapshot: Snapshot, { assessmentId, round }: { assessmentId: string; round: number }): Promise<string> {
  const contentHash = contentHashOf(snapshot)
  const { id: submissionId } = await tx.submission.create({
    data: { assessmentId, releaseId: release.id, supplierId: release.supplierId, round, snapshot, contentHash, submittedById: actor.personId, submittedAt: now() },
    select: { id: true },
  })
  await tx.submissionStandard.createMany({ data: snapshot.standards.map(({ standardVersionId, because }) => ({ submissionId, standardVersionId, because })) })
  const shown = snapshot.standards.flatMap(({ criteria }) => criteria.flatMap(({ criterionId, evidence }) => evidence.map(({ revisionId }) => ({ submissionId, releaseId: release.id, criterionId, revisionId }))))
  await tx.submissionEvidence.createMany({ data: shown })
  await tx.assessment.update({ where: { id: assessmentId }, data: { currentSubmissionId: submissionId } })
  return contentHash
}

/** Locks the release, so that an answer is either in what is sent or refused, and reads it as it then stands. */
async function lockedDraft(tx: Tx, actor: Actor, releaseId: string): Promise<Draft> {
  await tx.$queryRaw`SELECT id FROM release WHERE id = ${releaseId}::uuid FOR UPDATE`
  const draft = await draftOf(tx, actor, releaseId)
  if (!draft || !canSubmit(actor, draft.release)) throw noSuch('release')
  return draft
}

/**
 * Freezes all that the supplier says of a release and gives it to the assessors, as a new assessment or as the next round of the one under way.
 * @returns the assessment's id, the same for the same form sent twice
 * @throws DomainError 'not-found' for another supplier's release, 'invalid' with all that is missing, 'conflict' when it has been submitted already
 */
export async function submitRelease(actor: Actor, { formKey, releaseId }: SubmitForm): Promise<string> {
  return inTransaction(actor, async (tx) => {
    const earlier = await earlierOutcome(tx, formKey)
    if (earlier !== null) return earlier
    const draft = await lockedDraft(tx, actor, releaseId)
    if (draft.assessment?.status === 'submitted') throw new DomainError('conflict', 'This release has already been submitted')
    const missing = missingIn(draft)
    const snapshot = snapshotOf(draft)
    if (missing.length > 0 || snapshot === null) throw new DomainError('invalid', `Not ready to submit. ${missing.join('. ')}`)
    const opened = await openRound(tx, draft)
    const contentHash = await freeze(tx, actor, draft, snapshot, opened)
    const { assessmentId, round } = opened
    await keepOutcome(tx, { key: formKey, command: 'submitRelease', outcome: assessmentId, personId: actor.personId })
    await recordEvent(tx, actor, { type: 'assessment.submitted', subjectKind: 'assessment', subjectId: assessmentId, productId: draft.release.productId, detail: { round, contentHash } })
    return assessmentId
  })
}

/**
 * Takes a submission back while nobody has decided. Its answers can then be changed and sent again, as a new assessment.
 * @throws DomainError 'not-found' if the actor may not see it, 'conflict' when it moved on or somebody has decided
 */
export async function withdrawSubmission(actor: Actor, { assessmentId, version }: AssessmentVersionForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    // Waits for a decision that is being made; a decider holds this lock from before the decision to its commit.
    await tx.$queryRaw`SELECT id FROM assessment WHERE id = ${assessmentId}::uuid FOR UPDATE`
    const assessment = await tx.assessment.findFirst({ where: { AND: [{ id: assessmentId }, visibleAssessments(actor)] } })
    if (!assessment) throw new DomainError('not-found', 'There is no such assessment')
    if (assessment.version !== version) throw changedMeanwhile()
    // A decision on a standard is not shown to the supplier before the listing is decided: the database refuses where there is one.
    if (!canWithdraw(actor, { ...assessment, hasDecisions: false })) throw new DomainError('conflict', 'This submission can no longer be withdrawn')
    await tx.assessment.update({ where: { id: assessmentId }, data: { status: 'withdrawn', closedAt: now(), version: { increment: 1 } } })
    await recordEvent(tx, actor, { type: 'assessment.withdrawn', subjectKind: 'assessment', subjectId: assessmentId, productId: assessment.productId, detail: { round: assessment.round } })
  })
}
