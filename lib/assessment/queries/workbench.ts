import type { Actor } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { dayFromDate, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { PublishedCriterion, PublishedVersion } from '@/lib/standards/queries'
import { answerFails } from '@/lib/standards/routing'
import type { AssessorRecord, Finding } from '@/prisma/generated/client'
import { answerInWords, possibleOutcomes, suggestedValidUntil, unjudgedCriteria, type FindingOutcome, type Method } from '../assessment'
import type { JudgedAssessment } from '../judged-assessment'
import { judgements, personNames, roundBefore, type EarlierRound, type Judgement } from '../judgement'
import { whyNotDecide, whyNotJudge } from '../policy'
import { changesBetween, judgementSeen, type RoundChange, type SnapshotCriterion } from '../snapshot'
import type { DecisionOutcome } from '../standing'
import { keptEvidence, type KeptEvidence } from '../shown-evidence'
import { headOf, type AssessmentHead } from './assessment-page'

export type WorkbenchFinding = { outcome: FindingOutcome; method: Method; reason: string; version: number; by: string; foundAt: Date; carriedFromRound: number | null }

export type OwnRecord = { id: string; method: Method; occurredOn: Day; summary: string; by: string }

export type WorkbenchCriterion = {
  criterion: PublishedCriterion
  /** In words: an option's label, or what was typed; null when unanswered. */
  answer: string | null
  explanation: string
  evidence: (KeptEvidence & { hasEnded: boolean })[]
  /** The answer contradicts the criterion's own pass rule. */
  contradictsRule: boolean
  change: RoundChange
  /** What was answered in the round before, where it differs. */
  before: { answer: string | null; explanation: string; evidence: string[] } | null
  finding: WorkbenchFinding | null
  /** The finding of the round before, where there is none in this one. */
  earlierFinding: { outcome: FindingOutcome; reason: string } | null
  records: OwnRecord[]
}

export type Workbench = AssessmentHead & {
  submissionId: string
  contentHash: string
  round: number
  version: PublishedVersion
  because: readonly string[]
  criteria: WorkbenchCriterion[]
  recommendation: { outcome: DecisionOutcome; reason: string; version: number; by: string; isMine: boolean } | null
  changeRequest: { message: string; version: number } | null
  decision: { outcome: DecisionOutcome; reason: string; decidedOn: Day; validUntil: Day | null; by: string } | null
  /** Codes of the criteria that have no finding yet. */
  unjudged: string[]
  possible: DecisionOutcome[]
  /** Findings of the round before that can be taken over. */
  carryable: number
  hasDecisions: boolean
  /** Why the actor may not judge it now, in words; null when they may. */
  refusal: string | null
  previous: { standardId: string; name: string } | null
  next: { standardId: string; name: string } | null
  /** For a decision: what the actor sees here, the last valid day to suggest, and why they may not decide; null when they may. */
  seen: string
  suggestedUntil: Day
  decideRefusal: string | null
  /** Who may not decide it, and why, as words that follow the name. */
  barred: { name: string; why: string }[]
}

type Surroundings = { kept: readonly KeptEvidence[]; names: ReadonlyMap<string, string>; changes: ReadonlyMap<string, RoundChange>; earlier: EarlierRound | null; records: AssessorRecord[] }

function shownFinding(names: ReadonlyMap<string, string>, { outcome, method, reason, version, foundById, foundAt, carriedFromRound }: Finding): WorkbenchFinding {
  return { outcome, method, reason, version, by: names.get(foundById) ?? 'Somebody', foundAt, carriedFromRound }
}

function answerBefore(criterion: PublishedCriterion, { changes, earlier }: Surroundings): WorkbenchCriterion['before'] {
  if (changes.get(criterion.id) !== 'changed') return null
  const before = earlier?.snapshot.standards.flatMap(({ criteria }) => criteria).find(({ criterionId }) => criterionId === criterion.id)
  return before ? { answer: answerInWords(criterion, before.value), explanation: before.explanation, evidence: before.evidence.map(({ name }) => name) } : null
}

function workbenchCriterion(criterion: PublishedCriterion, frozen: SnapshotCriterion | undefined, finding: Finding | undefined, around: Surroundings): WorkbenchCriterion {
  const { value, explanation, evidence } = frozen ?? { value: null, explanation: '', evidence: [] }
  return {
    criterion,
    answer: answerInWords(criterion, value),
    explanation,
    evidence: benchEvidence(around, evidence.map(({ revisionId }) => revisionId)),
    contradictsRule: answerFails(criterion, value ?? ''),
    change: around.changes.get(criterion.id) ?? 'first',
    before: answerBefore(criterion, around),
    finding: finding ? shownFinding(around.names, finding) : null,
    earlierFinding: finding ? null : earlierFinding(around, criterion.id),
    records: ownRecords(around, criterion.id),
  }
}

function benchEvidence({ kept }: Surroundings, revisionIds: readonly string[]): WorkbenchCriterion['evidence'] {
  return kept.filter(({ revisionId }) => revisionIds.includes(revisionId)).map((one) => ({ ...one, hasEnded: one.expiresOn !== null && one.expiresOn < today() }))
}

function earlierFinding({ earlier }: Surroundings, criterionId: string): WorkbenchCriterion['earlierFinding'] {
  const found = earlier?.findings.find((finding) => finding.criterionId === criterionId)
  return found ? { outcome: found.outcome, reason: found.reason } : null
}

function ownRecords({ records, names }: Surroundings, criterionId: string): OwnRecord[] {
  return records.filter((record) => record.criterionId === criterionId).map(({ id, method, occurredOn, summary, recordedById }) => (
    { id, method, occurredOn: dayFromDate(occurredOn), summary, by: names.get(recordedById) ?? 'Somebody' }
  ))
}

async function surroundings(tx: Tx, assessment: JudgedAssessment, { frozen, findings, recommendation, decision }: Judgement): Promise<Surroundings> {
  const earlier = await roundBefore(tx, assessment)
  // A record is of the product, so it is shown in every round after the one in which it was made.
  const records = await tx.assessorRecord.findMany({ where: { submission: { assessmentId: assessment.id } }, orderBy: { recordedAt: 'asc' } })
  const people = [...findings.map(({ foundById }) => foundById), ...records.map(({ recordedById }) => recordedById), recommendation?.recommendedById ?? null, decision?.decidedById ?? null]
  const revisionIds = frozen.criteria.flatMap(({ evidence }) => evidence.map(({ revisionId }) => revisionId))
  return { earlier, records, kept: await keptEvidence(tx, { id: { in: revisionIds } }), names: await personNames(tx, people), changes: changesBetween(earlier?.snapshot ?? null, assessment.snapshot) }
}

const neighbour = (judgement: Judgement | undefined) => (judgement ? { standardId: judgement.version.standardId, name: judgement.version.standardName } : null)

function verdicts(actor: Actor, { recommendation, decision, changeRequest }: Judgement, names: ReadonlyMap<string, string>) {
  const by = (personId: string) => names.get(personId) ?? 'Somebody'
  return {
    recommendation: recommendation && { outcome: recommendation.outcome, reason: recommendation.reason, version: recommendation.version, by: by(recommendation.recommendedById), isMine: recommendation.recommendedById === actor.personId },
    changeRequest: changeRequest && { message: changeRequest.message, version: changeRequest.version },
    decision: decision && { outcome: decision.outcome, reason: decision.reason, decidedOn: dayFromDate(decision.decidedOn), validUntil: decision.validUntil && dayFromDate(decision.validUntil), by: by(decision.decidedById) },
  }
}

function deciding(actor: Actor, assessment: JudgedAssessment, { frozen, version, findings, recommendation, decision }: Judgement) {
  return {
    seen: judgementSeen(recommendation?.version ?? 0, findings),
    suggestedUntil: suggestedValidUntil(today(), frozen.criteria.flatMap(({ evidence }) => evidence), version.evidenceLifeMonths),
    decideRefusal: whyNotDecide(actor, { ...assessment, isDecided: decision !== null, recommendedById: recommendation?.recommendedById ?? null }),
  }
}

/** A lead assessor sees every declaration; anybody else only their own. */
async function barredFrom(tx: Tx, { id, submittedById }: JudgedAssessment, { recommendation }: Judgement): Promise<Workbench['barred']> {
  const conflicts = await tx.conflictDeclaration.findMany({ where: { assessmentId: id, hasConflict: true }, select: { personId: true } })
  const reasons = [
    { personId: submittedById, why: 'sent the submission' },
    ...(recommendation ? [{ personId: recommendation.recommendedById, why: 'recommended on this standard' }] : []),
    ...conflicts.map(({ personId }) => ({ personId, why: 'declared a conflict of interest' })),
  ]
  const names = await personNames(tx, reasons.map(({ personId }) => personId))
  return reasons.map(({ personId, why }) => ({ name: names.get(personId) ?? 'Somebody', why }))
}

/** One standard of the current round, criterion by criterion: the frozen answer, its evidence and what was found. Null when it is not the actor's to see, or not declared for. */
export async function workbench(actor: Actor, assessmentId: string, standardId: string): Promise<Workbench | null> {
  return reading(actor, async (tx) => {
    const found = await headOf(tx, actor, assessmentId)
    if (!found || found.assessment.declaration !== 'no-conflict') return null
    const { assessment, head } = found
    const all = await judgements(tx, assessment)
    const index = all.findIndex(({ version }) => version.standardId.toLowerCase() === standardId.toLowerCase())
    const judgement = all[index]
    if (!judgement) return null
    const around = await surroundings(tx, assessment, judgement)
    const { frozen, version, criteria, findings } = judgement
    const rows = criteria.map((criterion) => workbenchCriterion(criterion, frozen.criteria.find(({ criterionId }) => criterionId === criterion.id), findings.find(({ criterionId }) => criterionId === criterion.id), around))
    return {
      ...head, submissionId: assessment.submissionId, contentHash: assessment.contentHash, round: assessment.round, version, because: frozen.because, criteria: rows,
      ...verdicts(actor, judgement, around.names),
      unjudged: unjudgedCriteria(criteria, findings).map(({ code }) => code),
      possible: possibleOutcomes(criteria, findings),
      carryable: rows.filter(({ earlierFinding, change }) => earlierFinding !== null && change === 'same').length,
      hasDecisions: all.some(({ decision }) => decision !== null),
      refusal: whyNotJudge(actor, assessment),
      previous: neighbour(all[index - 1]),
      next: neighbour(all[index + 1]),
      ...deciding(actor, assessment, judgement),
      barred: await barredFrom(tx, assessment, judgement),
    }
  })
}
