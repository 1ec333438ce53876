import { z } from 'zod'
import { isJudge, type Actor } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { dayFromDate, dayOf, workingDaysBetween, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { ReleaseFacts } from '@/lib/standards/facts'
import type { StandardObligation } from '@/lib/standards/standards'
import { unjudgedCriteria, type AssessmentStatus, type ListingOutcome } from '../assessment'
import { judgedAssessment, type JudgedAssessment } from '../judged-assessment'
import { judgements, personNames, roundBefore, type Judgement } from '../judgement'
import { present } from '../present'
import { canRequestChanges, canTake, whyNotDecideListing, whyNotJudge } from '../policy'
import { changesBetween, type RoundChange } from '../snapshot'
import type { DecisionOutcome } from '../standing'

/** What is told of an assessment before the actor has declared their interests: enough to know whether there is a conflict. */
export type AssessmentHead = { assessmentId: string; product: string; release: string; supplier: string }

export type StandardRow = {
  standardVersionId: string
  standardId: string
  name: string
  version: string
  obligation: StandardObligation
  because: readonly string[]
  /** Criteria to judge, and those with a finding. */
  toJudge: number
  judged: number
  /** Answers that differ from the round before; null in the first round. */
  changed: number | null
  /** Criteria with a finding of partly met or not met. */
  concerns: string[]
  recommendation: { outcome: DecisionOutcome; reason: string; by: string; isMine: boolean } | null
  decision: { outcome: DecisionOutcome; reason: string; by: string; decidedOn: Day; validUntil: Day | null } | null
  changeRequest: string | null
}

export type OpenAssessment = AssessmentHead & {
  declared: true
  productId: string
  status: AssessmentStatus
  round: number
  version: number
  submissionId: string
  contentHash: string
  submittedAt: Date
  submittedBy: string
  waitingDays: number
  assignee: string | null
  facts: ReleaseFacts
  capabilities: { ref: string; name: string }[]
  standards: StandardRow[]
  rounds: { round: number; submittedAt: Date; contentHash: string }[]
  listing: { outcome: ListingOutcome; reason: string; by: string } | null
  mayTake: boolean
  mayRequestChanges: boolean
  /** Requests that are written and not sent. */
  draftRequests: number
  /** Why the actor may not judge it now, in words; null when they may. */
  refusal: string | null
  /** Why the actor may not decide the listing now, in words; null when they may. */
  listingRefusal: string | null
}

export type AssessmentPage = (AssessmentHead & { declared: false }) | OpenAssessment

/** The assessment and its head, for whoever may judge it at all. Null when it is invisible, absent or the id is no id. */
export async function headOf(tx: Tx, actor: Actor, assessmentId: string): Promise<{ assessment: JudgedAssessment; head: AssessmentHead } | null> {
  if (!isJudge(actor) || !z.uuid().safeParse(assessmentId).success) return null
  const assessment = await judgedAssessment(tx, actor, assessmentId)
  if (!assessment || assessment.belongsToSupplier) return null
  const { name: supplier } = await tx.supplier.findUniqueOrThrow({ where: { id: assessment.supplierId }, select: { name: true } })
  return { assessment, head: { assessmentId, product: assessment.snapshot.product.name, release: assessment.snapshot.release.label, supplier } }
}

type Names = ReadonlyMap<string, string>

const nameOf = (names: Names, personId: string | null): string => names.get(personId ?? '') ?? 'Somebody'

function standardRow(actor: Actor, names: Names, changes: ReadonlyMap<string, RoundChange> | null, { frozen, version, criteria, findings, recommendation, decision, changeRequest }: Judgement): StandardRow {
  const assessed = criteria.filter((criterion) => criterion.assessed)
  const codes = new Map(criteria.map(({ id, code }) => [id, code]))
  return {
    standardVersionId: version.id, standardId: version.standardId, name: version.standardName, version: version.version, obligation: version.obligation, because: frozen.because,
    toJudge: assessed.length,
    judged: assessed.length - unjudgedCriteria(criteria, findings).length,
    changed: changes && criteria.filter(({ id }) => changes.get(id) !== 'same').length,
    concerns: findings.filter(({ outcome }) => outcome === 'partly_met' || outcome === 'not_met').map(({ criterionId }) => present(codes.get(criterionId))),
    recommendation: recommendation && { outcome: recommendation.outcome, reason: recommendation.reason, by: nameOf(names, recommendation.recommendedById), isMine: recommendation.recommendedById === actor.personId },
    decision: decision && { outcome: decision.outcome, reason: decision.reason, by: nameOf(names, decision.decidedById), decidedOn: dayFromDate(decision.decidedOn), validUntil: decision.validUntil && dayFromDate(decision.validUntil) },
    changeRequest: changeRequest?.message ?? null,
  }
}

async function listingOf(tx: Tx, { submissionId }: JudgedAssessment) {
  return tx.listingDecision.findUnique({ where: { submissionId } })
}

function mayDo(actor: Actor, assessment: JudgedAssessment, judged: readonly Judgement[], isListingDecided: boolean) {
  const decided = judged.filter(({ decision }) => decision !== null).length
  return {
    mayTake: canTake(actor, assessment),
    mayRequestChanges: canRequestChanges(actor, { ...assessment, hasDecisions: decided > 0 }),
    refusal: whyNotJudge(actor, assessment),
    listingRefusal: whyNotDecideListing(actor, {
      ...assessment, isListingDecided, undecidedStandards: judged.length - decided,
      recommendedByIds: judged.flatMap(({ recommendation }) => recommendation?.recommendedById ?? []),
    }),
  }
}

async function capabilityNames(tx: Tx, refs: readonly string[]) {
  return tx.capability.findMany({ where: { ref: { in: [...refs] } }, select: { ref: true, name: true }, orderBy: { name: 'asc' } })
}

async function openAssessment(tx: Tx, actor: Actor, assessment: JudgedAssessment, head: AssessmentHead): Promise<OpenAssessment> {
  const judged = await judgements(tx, assessment)
  const earlier = await roundBefore(tx, assessment)
  const listing = await listingOf(tx, assessment)
  const names = await personNames(tx, [assessment.submittedById, assessment.assigneeId, listing?.decidedById ?? null, ...judged.flatMap(({ recommendation, decision }) => [recommendation?.recommendedById ?? null, decision?.decidedById ?? null])])
  const { productId, status, round, version, submissionId, contentHash, submittedAt, submittedById, assigneeId, snapshot } = assessment
  const changes = earlier && changesBetween(earlier.snapshot, snapshot)
  return {
    ...head, declared: true, productId, status, round, version, submissionId, contentHash, submittedAt,
    submittedBy: nameOf(names, submittedById),
    waitingDays: status === 'submitted' ? workingDaysBetween(dayOf(submittedAt), today()) : 0,
    assignee: assigneeId === null ? null : nameOf(names, assigneeId),
    facts: snapshot.facts,
    capabilities: await capabilityNames(tx, snapshot.capabilities),
    standards: judged.map((judgement) => standardRow(actor, names, changes, judgement)),
    rounds: await tx.submission.findMany({ where: { assessmentId: assessment.id }, select: { round: true, submittedAt: true, contentHash: true }, orderBy: { round: 'desc' } }),
    listing: listing && { outcome: listing.outcome, reason: listing.reason, by: nameOf(names, listing.decidedById) },
    draftRequests: status === 'submitted' ? judged.filter(({ changeRequest }) => changeRequest !== null).length : 0,
    ...mayDo(actor, assessment, judged, listing !== null),
  }
}

/** An assessment as an assessor works on it; before they have declared their interests only what it is about. Null when it is not theirs to know of. */
export async function assessmentPage(actor: Actor, assessmentId: string): Promise<AssessmentPage | null> {
  return reading(actor, async (tx) => {
    const found = await headOf(tx, actor, assessmentId)
    if (!found) return null
    const { assessment, head } = found
    return assessment.declaration === 'none' ? { ...head, declared: false } : openAssessment(tx, actor, assessment, head)
  })
}
