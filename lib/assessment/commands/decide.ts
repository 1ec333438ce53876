import { recordEvent } from '@/lib/audit/record-event'
import { isMember, type Actor } from '@/lib/identity/actor'
import { now, today } from '@/lib/platform/clock'
import { dateFromDay, dayFromDate, type Day } from '@/lib/platform/day'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { postMail, writeMail, type Message } from '@/lib/platform/mail'
import { openListing } from '@/lib/registry/commands'
import { possibleOutcomes, unjudgedCriteria } from '../assessment'
import { lockedAssessment, standardToJudge, type JudgedAssessment, type JudgedStandard } from '../judged-assessment'
import { whyNotDecide, whyNotDecideListing } from '../policy'
import type { DecisionForm, ListingForm } from '../schema'
import { judgementSeen } from '../snapshot'
import { lastValidDay } from '../standing'

/** No decision holds longer than this: evidence is looked at again at least every five years, the longest life of any standard. */
const LONGEST_LIFE_MONTHS = 60

/** What was sent must be what the page showed, by its hash. */
function refuseChanged(assessment: JudgedAssessment, seen: { submissionId: string; contentHash: string }): void {
  if (assessment.submissionId !== seen.submissionId || assessment.contentHash !== seen.contentHash) {
    throw new DomainError('conflict', 'The submission is not the one you opened. Open it again')
  }
}

function refuseUnsupported({ criteria, findings }: JudgedStandard, { outcome, validUntil }: DecisionForm): void {
  const open = unjudgedCriteria(criteria, findings)
  if (open.length > 0) throw new DomainError('conflict', `A criterion has no finding now: ${open.map(({ code }) => code).join(', ')}. Open the page again`)
  if (!possibleOutcomes(criteria, findings).includes(outcome)) throw new DomainError('invalid', 'The findings do not support this outcome', 'outcome')
  if (validUntil !== null && validUntil < today()) throw new DomainError('invalid', 'The last day it is valid must be today or later', 'validUntil')
  if (validUntil !== null && validUntil > lastValidDay(today(), LONGEST_LIFE_MONTHS)) throw new DomainError('invalid', 'The last day it is valid must be within five years', 'validUntil')
}

async function standardToDecide(tx: Tx, actor: Actor, assessment: JudgedAssessment, { standardVersionId, seen }: DecisionForm) {
  const standard = await standardToJudge(tx, assessment, standardVersionId)
  const { recommendation, isDecided, findings } = standard
  if (isDecided) throw new DomainError('conflict', 'Somebody else decided this standard first. Open the page again to see their decision')
  const refusal = whyNotDecide(actor, { ...assessment, isDecided, recommendedById: recommendation?.recommendedById ?? null })
  if (refusal !== null || recommendation === null) throw new DomainError('forbidden', refusal ?? 'An assessor has to recommend on this standard first')
  if (judgementSeen(recommendation.version, findings) !== seen) throw changedMeanwhile()
  return { ...standard, recommendation }
}

/**
 * Decides whether one standard is met, until when and why. The register shows it once the listing is decided.
 * @throws DomainError 'forbidden' when the actor may not decide it, 'conflict' when the submission, a finding or the recommendation is not what the page
 *   showed or somebody decided first, 'invalid' when the findings do not support the outcome
 */
export async function decideStandard(actor: Actor, form: DecisionForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const assessment = await lockedAssessment(tx, actor, form.assessmentId)
    refuseChanged(assessment, form)
    const standard = await standardToDecide(tx, actor, assessment, form)
    refuseUnsupported(standard, form)
    if (!isMember(actor)) throw new DomainError('forbidden', 'Only a lead assessor decides')
    const { standardVersionId, outcome, reason, validUntil } = form
    const { id: assessmentId, submissionId, releaseId, contentHash, submittedById, productId } = assessment
    await tx.decision.create({
      data: {
        assessmentId, submissionId, releaseId, standardVersionId, outcome, reason, contentHash, submittedById,
        recommendedById: standard.recommendation.recommendedById, decidedById: actor.personId, decidingBodyId: actor.bodyId,
        decidedOn: dateFromDay(today()), decidedAt: now(), validUntil: validUntil === null ? null : dateFromDay(validUntil),
      },
    })
    const { standardId, version } = standard.frozen
    // Not public yet: until the listing is decided, nobody outside may know that there is anything to decide.
    await recordEvent(tx, actor, { type: 'standard.decided', subjectKind: 'assessment', subjectId: assessmentId, productId, detail: { submissionId, standardId, version, outcome, validUntil, contentHash } })
  })
}

type DecidedStandard = { standardId: string; version: string; outcome: string; validUntil: Day | null }

async function decidedStandards(tx: Tx, { submissionId, snapshot }: JudgedAssessment): Promise<DecidedStandard[]> {
  const decisions = new Map((await tx.decision.findMany({ where: { submissionId } })).map((decision) => [decision.standardVersionId, decision]))
  return snapshot.standards.flatMap(({ standardVersionId, standardId, version }) => {
    const decision = decisions.get(standardVersionId)
    return decision ? [{ standardId, version, outcome: decision.outcome, validUntil: decision.validUntil === null ? null : dayFromDate(decision.validUntil) }] : []
  })
}

async function refuseListing(tx: Tx, actor: Actor, assessment: JudgedAssessment, decided: number): Promise<void> {
  const { submissionId } = assessment
  if ((await tx.listingDecision.count({ where: { submissionId } })) > 0) throw new DomainError('conflict', 'Somebody else decided this listing first. Open the page again to see their decision')
  const recommendations = await tx.recommendation.findMany({ where: { submissionId }, select: { recommendedById: true } })
  const refusal = whyNotDecideListing(actor, {
    ...assessment,
    recommendedByIds: recommendations.map(({ recommendedById }) => recommendedById),
    undecidedStandards: assessment.snapshot.standards.length - decided,
    isListingDecided: false,
  })
  if (refusal !== null) throw new DomainError('forbidden', refusal)
}

async function tellSubmitter(tx: Tx, { submittedById, snapshot }: JudgedAssessment, { outcome }: ListingForm): Promise<Message> {
  const { email: recipient } = await tx.person.findUniqueOrThrow({ where: { id: submittedById }, select: { email: true } })
  const named = `${snapshot.product.name} ${snapshot.release.label}`
  const message = outcome === 'listed'
    ? { recipient, subject: `${named} is on the register`, body: `${named} is now on the register. Sign in to read the decision on each standard and how long it is valid.` }
    : { recipient, subject: `${named} was not listed`, body: `${named} was not put on the register. Sign in to read the reason and the decision on each standard.` }
  await writeMail(tx, message)
  return message
}

async function writeListing(tx: Tx, actor: Actor, assessment: JudgedAssessment, { outcome, reason, version }: ListingForm): Promise<void> {
  if (!isMember(actor)) throw new DomainError('forbidden', 'Only a lead assessor decides')
  const { id: assessmentId, submissionId, releaseId, contentHash, submittedById, productId } = assessment
  await tx.listingDecision.create({
    data: { assessmentId, submissionId, releaseId, outcome, reason, contentHash, submittedById, decidedById: actor.personId, decidingBodyId: actor.bodyId, decidedAt: now() },
  })
  const { count } = await tx.assessment.updateMany({ where: { id: assessmentId, version }, data: { status: 'decided', closedAt: now(), version: { increment: 1 } } })
  if (count === 0) throw changedMeanwhile()
  if (outcome === 'listed') await openListing(tx, { productId, releaseId })
}

/** Brings the catalogue's row of a product in line, in the transaction of the decision. The catalogue gives it. */
export type ProjectEntry = (tx: Tx, productId: string) => Promise<void>

/**
 * Decides whether the release goes on the register, which ends the assessment and makes every decision in it known.
 * @param project run after the listing is written
 * @throws DomainError 'forbidden' when the actor may not decide it or a standard is undecided, 'conflict' when it is not what the page showed or somebody decided first
 */
export async function decideListing(actor: Actor, form: ListingForm, project: ProjectEntry): Promise<void> {
  const message = await inTransaction(actor, async (tx) => {
    const assessment = await lockedAssessment(tx, actor, form.assessmentId)
    refuseChanged(assessment, form)
    const standards = await decidedStandards(tx, assessment)
    await refuseListing(tx, actor, assessment, standards.length)
    await writeListing(tx, actor, assessment, form)
    await project(tx, assessment.productId)
    const mail = await tellSubmitter(tx, assessment, form)
    const { productId, contentHash, snapshot, round } = assessment
    const isPublic = form.outcome === 'listed'
    await recordEvent(tx, actor, {
      type: isPublic ? 'product.listed' : 'product.refused', subjectKind: 'product', subjectId: productId, productId, isPublic,
      detail: { release: snapshot.release.label, round, contentHash, standards },
    })
    return mail
  })
  await postMail(message)
}
