import type { Actor } from '@/lib/identity/actor'
import type { Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { criteriaOf, type PublishedCriterion } from '@/lib/standards/queries'
import type { Finding, Recommendation } from '@/prisma/generated/client'
import { askedCriteria, type GivenAnswer } from './assessment'
import { visibleAssessments, whyNotJudge, type Judged } from './policy'
import { submissionSnapshot, type Snapshot, type SnapshotStandard } from './snapshot'

/** An assessment with what was sent in its current round, as an assessor acts on it. */
export type JudgedAssessment = Judged & {
  id: string
  productId: string
  releaseId: string
  round: number
  version: number
  assigneeId: string | null
  openedAt: Date
  closedAt: Date | null
  submissionId: string
  contentHash: string
  submittedAt: Date
  snapshot: Snapshot
}

function noSuchAssessment(): DomainError {
  return new DomainError('not-found', 'There is no such assessment')
}

/** Null when the actor may not know of it. */
export async function judgedAssessment(tx: Tx, actor: Actor, assessmentId: string): Promise<JudgedAssessment | null> {
  const row = await tx.assessment.findFirst({ where: { AND: [{ id: assessmentId }, visibleAssessments(actor)] } })
  if (!row?.currentSubmissionId) return null
  const submission = await tx.submission.findUniqueOrThrow({ where: { id: row.currentSubmissionId } })
  const declared = await tx.conflictDeclaration.findUnique({ where: { assessmentId_personId: { assessmentId, personId: actor.personId } } })
  const memberships = await tx.membership.count({ where: { personId: actor.personId, bodyId: row.supplierId, endedAt: null } })
  return {
    ...row,
    submissionId: submission.id,
    contentHash: submission.contentHash,
    submittedAt: submission.submittedAt,
    submittedById: submission.submittedById,
    snapshot: submissionSnapshot.parse(submission.snapshot),
    declaration: declared === null ? 'none' : declared.hasConflict ? 'conflict' : 'no-conflict',
    belongsToSupplier: memberships > 0,
  }
}

/**
 * The assessment to act on, locked to the end of the transaction: whoever judges, decides, sends or withdraws does so one after the other.
 * @throws DomainError 'not-found' when the actor may not know of it
 */
export async function lockedAssessment(tx: Tx, actor: Actor, assessmentId: string): Promise<JudgedAssessment> {
  await tx.$queryRaw`SELECT id FROM assessment WHERE id = ${assessmentId}::uuid FOR UPDATE`
  const assessment = await judgedAssessment(tx, actor, assessmentId)
  if (!assessment) throw noSuchAssessment()
  return assessment
}

/**
 * The same, for a change that is part of judging.
 * @throws DomainError 'forbidden' when the actor may not judge it, 'conflict' when the supplier changed or withdrew what the page showed
 */
export async function lockedToJudge(tx: Tx, actor: Actor, { assessmentId, submissionId }: { assessmentId: string; submissionId: string }): Promise<JudgedAssessment> {
  const assessment = await lockedAssessment(tx, actor, assessmentId)
  if (assessment.submissionId !== submissionId || assessment.status !== 'submitted') {
    throw new DomainError('conflict', 'The supplier has changed or withdrawn this submission since you opened it. Open the queue again')
  }
  const refusal = whyNotJudge(actor, assessment)
  if (refusal !== null) throw new DomainError('forbidden', refusal)
  return assessment
}

export function givenAnswers(standard: SnapshotStandard): Map<string, GivenAnswer> {
  return new Map(standard.criteria.map(({ criterionId, ...answer }) => [criterionId, answer]))
}

export type JudgedStandard = { frozen: SnapshotStandard; criteria: PublishedCriterion[]; findings: Finding[]; recommendation: Recommendation | null; isDecided: boolean }

/** One standard of the current round: the criteria that were asked, and what was made of them so far. Null when it is not in the submission. */
export async function judgedStandard(tx: Tx, { submissionId, snapshot }: Pick<JudgedAssessment, 'submissionId' | 'snapshot'>, standardVersionId: string): Promise<JudgedStandard | null> {
  const frozen = snapshot.standards.find((standard) => standard.standardVersionId === standardVersionId)
  if (!frozen) return null
  const criteria = askedCriteria(await criteriaOf(tx, [standardVersionId]), givenAnswers(frozen))
  const findings = await tx.finding.findMany({ where: { submissionId, criterionId: { in: criteria.map(({ id }) => id) } } })
  const recommendation = await tx.recommendation.findUnique({ where: { submissionId_standardVersionId: { submissionId, standardVersionId } } })
  const decisions = await tx.decision.count({ where: { submissionId, standardVersionId } })
  return { frozen, criteria, findings, recommendation, isDecided: decisions > 0 }
}

/** @throws DomainError 'not-found' when the standard is not in the submission */
export async function standardToJudge(tx: Tx, assessment: JudgedAssessment, standardVersionId: string): Promise<JudgedStandard> {
  const standard = await judgedStandard(tx, assessment, standardVersionId)
  if (!standard) throw new DomainError('not-found', 'There is no such standard in this submission')
  return standard
}

export function refuseStale(seen: number, held: number): void {
  if (seen !== held) throw changedMeanwhile()
}
