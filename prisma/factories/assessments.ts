import { randomUUID } from 'node:crypto'
import { askedCriteria, suggestedValidUntil, type FindingOutcome, type Method } from '@/lib/assessment/assessment'
import { decideListing, decideStandard } from '@/lib/assessment/commands/decide'
import { declareInterest } from '@/lib/assessment/commands/declare-interest'
import { recommend } from '@/lib/assessment/commands/recommend'
import { recordFindings } from '@/lib/assessment/commands/record-findings'
import { submitRelease } from '@/lib/assessment/commands/submit-release'
import { givenAnswers, judgedAssessment, type JudgedAssessment } from '@/lib/assessment/judged-assessment'
import { judgementSeen, type SnapshotStandard } from '@/lib/assessment/snapshot'
import type { DecisionOutcome } from '@/lib/assessment/standing'
import { projectEntry } from '@/lib/catalogue/project-entry'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { addDays, type Day } from '@/lib/platform/day'
import { reading } from '@/lib/platform/db'
import { criteriaOf, publishedVersions, type PublishedCriterion, type PublishedVersion } from '@/lib/standards/queries'
import { answerRelease } from './answers'
import { aProduct, type OfferedRelease } from './products'

/*
 * Releases on their way through the assessors, by the real commands. Everything that applies is answered, and met unless told otherwise.
 *   aSubmittedRelease(supplier, product?)                           the same with { assessmentId }
 *   aListedProduct({ supplier, assessor, lead }, product?)          on the register and in the catalogue
 * and the steps: submit, declareNoConflict, judgeStandards, decideStandards, list. The standards must be loaded first.
 */

export type SubmittedRelease = OfferedRelease & { assessmentId: string }
type NewProduct = Parameters<typeof aProduct>[1]

async function aReleaseReadyToSubmit(supplier: Member, product: NewProduct = {}): Promise<OfferedRelease> {
  const offered = await aProduct(supplier, product)
  await answerRelease(supplier, offered.releaseId)
  return offered
}

export function submit(supplier: Member, releaseId: string): Promise<string> {
  return submitRelease(supplier, { formKey: randomUUID(), releaseId })
}

export async function aSubmittedRelease(supplier: Member, product: NewProduct = {}): Promise<SubmittedRelease> {
  const offered = await aReleaseReadyToSubmit(supplier, product)
  return { ...offered, assessmentId: await submit(supplier, offered.releaseId) }
}

export function declareNoConflict(judge: Member, assessmentId: string): Promise<void> {
  return declareInterest(judge, { assessmentId, hasConflict: false, detail: '' })
}

/** The assessment as a judge's page shows it. */
export async function asJudged(judge: Member, assessmentId: string): Promise<JudgedAssessment> {
  const assessment = await reading(judge, (tx) => judgedAssessment(tx, judge, assessmentId))
  if (!assessment) throw new Error(`${judge.name} may not see the assessment`)
  return assessment
}

export type StandardToJudge = { frozen: SnapshotStandard; version: PublishedVersion; criteria: PublishedCriterion[] }

/** The standards of the current round, each with the criteria that were asked. */
export async function standardsOf(judge: Member, { snapshot }: JudgedAssessment): Promise<StandardToJudge[]> {
  return reading(judge, async (tx) => {
    const versions = new Map((await publishedVersions(tx)).map((version) => [version.id, version]))
    const criteria = Map.groupBy(await criteriaOf(tx, snapshot.standards.map(({ standardVersionId }) => standardVersionId)), ({ standardVersionId }) => standardVersionId)
    return snapshot.standards.flatMap((frozen) => {
      const version = versions.get(frozen.standardVersionId)
      return version ? [{ frozen, version, criteria: askedCriteria(criteria.get(version.id) ?? [], givenAnswers(frozen)) }] : []
    })
  })
}

/** Without an outcome the findings are made and nothing is recommended. */
export type Judgement = { outcome: DecisionOutcome | null; reason: string; findings: { criterionId: string; outcome: FindingOutcome; method: Method; reason: string }[] }

/** Null leaves the standard unjudged. */
export type Judge = (standard: StandardToJudge) => Judgement | null

const everythingMet: Judge = ({ criteria }) => ({
  outcome: 'met',
  reason: 'Every criterion is met.',
  findings: criteria.filter(({ assessed }) => assessed).map(({ id }) => ({ criterionId: id, outcome: 'met', method: 'examine', reason: 'The evidence shows it.' })),
})

/** What was made of the current round so far. */
async function madeOf(judge: Member, { submissionId }: JudgedAssessment) {
  return reading(judge, async (tx) => ({
    recommendations: await tx.recommendation.findMany({ where: { submissionId } }),
    findings: await tx.finding.findMany({ where: { submissionId } }),
    decided: new Set((await tx.decision.findMany({ where: { submissionId } })).map(({ standardVersionId }) => standardVersionId)),
  }))
}

/** Makes findings, but for those carried from an earlier round, and recommends on each standard that has no recommendation yet. */
export async function judgeStandards(assessor: Member, assessmentId: string, judge: Judge = everythingMet): Promise<void> {
  const assessment = await asJudged(assessor, assessmentId)
  const made = await madeOf(assessor, assessment)
  const versions = new Map(made.findings.map(({ criterionId, version }) => [criterionId, version]))
  const carried = new Set(made.findings.filter(({ carriedFromRound }) => carriedFromRound !== null).map(({ criterionId }) => criterionId))
  for (const standard of await standardsOf(assessor, assessment)) {
    const standardVersionId = standard.version.id
    const judgement = made.recommendations.some((one) => one.standardVersionId === standardVersionId) ? null : judge(standard)
    if (!judgement) continue
    const on = { assessmentId, submissionId: assessment.submissionId, standardVersionId }
    const findings = judgement.findings.filter(({ criterionId }) => !carried.has(criterionId)).map((finding) => ({ ...finding, version: versions.get(finding.criterionId) ?? 0 }))
    if (findings.length > 0) await recordFindings(assessor, { ...on, findings })
    if (judgement.outcome !== null) await recommend(assessor, { ...on, outcome: judgement.outcome, reason: judgement.reason, version: 0 })
  }
}

export type Deciding = { reason: string; validUntil: Day }

/** Null leaves the standard undecided. */
export type Decide = (standard: StandardToJudge, outcome: DecisionOutcome) => Deciding | null

/** Until the first of the evidence ends, and at least until tomorrow. */
export function usualValidUntil({ frozen, version }: StandardToJudge): Day {
  const suggested = suggestedValidUntil(today(), frozen.criteria.flatMap(({ evidence }) => evidence), version.evidenceLifeMonths)
  return suggested > today() ? suggested : addDays(today(), 1)
}

const agree: Decide = (standard) => ({ reason: 'I agree with the recommendation.', validUntil: usualValidUntil(standard) })

/** Decides, as it was recommended, each standard that is undecided. */
export async function decideStandards(lead: Member, assessmentId: string, decide: Decide = agree): Promise<void> {
  const assessment = await asJudged(lead, assessmentId)
  const { submissionId, contentHash } = assessment
  const made = await madeOf(lead, assessment)
  for (const standard of await standardsOf(lead, assessment)) {
    const standardVersionId = standard.version.id
    const recommendation = made.recommendations.find((one) => one.standardVersionId === standardVersionId)
    const deciding = recommendation && !made.decided.has(standardVersionId) && decide(standard, recommendation.outcome)
    if (!recommendation || !deciding) continue
    const { outcome } = recommendation
    const seen = judgementSeen(recommendation.version, made.findings.filter(({ criterionId }) => standard.criteria.some(({ id }) => id === criterionId)))
    await decideStandard(lead, { assessmentId, submissionId, standardVersionId, contentHash, seen, outcome, reason: deciding.reason, validUntil: outcome === 'met' ? deciding.validUntil : null })
  }
}

export async function list(lead: Member, assessmentId: string, outcome: 'listed' | 'refused' = 'listed', reason = 'Every standard is decided.'): Promise<void> {
  const { submissionId, contentHash, version } = await asJudged(lead, assessmentId)
  await decideListing(lead, { assessmentId, submissionId, contentHash, version, outcome, reason }, projectEntry)
}

export type Cast = { supplier: Member; assessor: Member; lead: Member }

async function aRecommendedRelease({ supplier, assessor }: Omit<Cast, 'lead'>, product: NewProduct = {}): Promise<SubmittedRelease> {
  const submitted = await aSubmittedRelease(supplier, product)
  await declareNoConflict(assessor, submitted.assessmentId)
  await judgeStandards(assessor, submitted.assessmentId)
  return submitted
}

async function aDecidedRelease(cast: Cast, product: NewProduct = {}): Promise<SubmittedRelease> {
  const recommended = await aRecommendedRelease(cast, product)
  await declareNoConflict(cast.lead, recommended.assessmentId)
  await decideStandards(cast.lead, recommended.assessmentId)
  return recommended
}

export async function aListedProduct(cast: Cast, product: NewProduct = {}): Promise<SubmittedRelease> {
  const decided = await aDecidedRelease(cast, product)
  await list(cast.lead, decided.assessmentId)
  return decided
}
