import { addMonths, dayInWords, type Day } from '@/lib/platform/day'
import { answerOptions, answerProblem } from '@/lib/standards/answers'
import type { PublishedCriterion } from '@/lib/standards/queries'
import { criteriaInPath, needsEvidence } from '@/lib/standards/routing'
import { lastValidDay, type DecisionOutcome } from './standing'

export type AssessmentStatus = 'submitted' | 'changes_requested' | 'decided' | 'withdrawn'
export type FindingOutcome = 'met' | 'partly_met' | 'not_met' | 'not_applicable'
export type Method = 'examine' | 'interview' | 'test'
export type ListingOutcome = 'listed' | 'refused'

export const statusNames: Record<AssessmentStatus, string> = { submitted: 'With the assessors', changes_requested: 'Changes asked for', decided: 'Decided', withdrawn: 'Withdrawn' }
export const findingNames: Record<FindingOutcome, string> = { met: 'Met', partly_met: 'Partly met', not_met: 'Not met', not_applicable: 'Not applicable' }
export const outcomeNames: Record<DecisionOutcome, string> = { met: 'Met', not_met: 'Not met', not_applicable: 'Not applicable' }
export const methodNames: Record<Method, string> = { examine: 'Examined the evidence', interview: 'Interviewed the supplier', test: 'Tested the product' }

/** Evidence as it is shown for an answer. Days are UK days, `expiresOn` inclusive. */
export type ShownEvidence = {
  revisionId: string
  name: string
  kind: 'file' | 'link'
  /** Of the file, or of the link's address; in hex. */
  sha256: string
  collectedOn: Day
  expiresOn: Day | null
  receivedOn: Day
}

/** What a supplier answered to a criterion. `value` '' or null is unanswered. */
export type GivenAnswer = { value: string | null; explanation: string; evidence: readonly ShownEvidence[] }

/** An answer as it is read: the label of an option, or what was typed; null when unanswered. */
export function answerInWords({ response }: Pick<PublishedCriterion, 'response'>, value: string | null): string | null {
  return answerOptions(response)?.find((option) => option.value === value)?.label ?? value
}

export type AnswersById = ReadonlyMap<string, GivenAnswer>

/** The criteria of one version that are asked, given the answers so far. */
export function askedCriteria(criteria: readonly PublishedCriterion[], answers: AnswersById): PublishedCriterion[] {
  const byCode = Object.fromEntries(criteria.map(({ id, code }) => [code, answers.get(id)?.value ?? undefined]))
  return criteriaInPath(criteria, byCode)
}

/** What must be answered: each assessed 'must', and each question whose answer decides what is asked next. */
function isNeeded({ obligation, assessed, routing }: PublishedCriterion): boolean {
  return (obligation === 'must' && assessed) || routing.some(({ answer }) => answer !== '*')
}

/** Of the criteria asked, those to be answered before a submission. A standard of nothing but advice is still answered, or there is nothing to judge. */
export function neededCriteria(asked: readonly PublishedCriterion[]): PublishedCriterion[] {
  const needed = asked.filter(isNeeded)
  return needed.length > 0 ? needed : asked.filter(({ assessed }) => assessed)
}

/** A plain no claims nothing, so there is nothing to show for it. */
const isEvidenceMissing = (criterion: PublishedCriterion, value: string): boolean => value !== 'no' && needsEvidence(criterion, value)

function isTooOld(evidence: GivenAnswer['evidence'], months: number | null, day: Day): boolean {
  return months !== null && evidence.every(({ collectedOn }) => addMonths(collectedOn, months) < day)
}

function evidenceProblem(criterion: PublishedCriterion, { value, evidence }: GivenAnswer, day: Day): string | null {
  const months = criterion.evidenceMaximumAgeMonths
  if (evidence.length === 0) return isEvidenceMissing(criterion, value ?? '') ? 'add evidence' : null
  const [ended] = evidence.flatMap(({ name, expiresOn }) => (expiresOn !== null && expiresOn < day ? [`replace “${name}”, which ended on ${dayInWords(expiresOn)}`] : []))
  if (ended !== undefined) return ended
  return isTooOld(evidence, months, day) ? `add evidence collected in the last ${months} months` : null
}

/** What is still to be done about one answer before it can be submitted, as words that follow its code; null when nothing is. */
export function answerGap(criterion: PublishedCriterion, answer: GivenAnswer | undefined, isNeededNow: boolean, day: Day): string | null {
  if (!answer?.value) return isNeededNow ? 'answer the question' : null
  return answerProblem(criterion.response, answer.value) === null ? evidenceProblem(criterion, answer, day) : 'put the answer right'
}

export type StandardProgress = { asked: PublishedCriterion[]; neededIds: ReadonlySet<string>; toAnswer: number; answered: number; hasStarted: boolean; gaps: { criterion: PublishedCriterion; gap: string }[] }

/** How far the answers to one version are. `answered` of `toAnswer` are complete with their evidence; optional questions count in neither. */
export function progressOf(criteria: readonly PublishedCriterion[], answers: AnswersById, day: Day): StandardProgress {
  const asked = askedCriteria(criteria, answers)
  const needed = new Set(neededCriteria(asked).map(({ id }) => id))
  const gaps = asked.flatMap((criterion) => {
    const gap = answerGap(criterion, answers.get(criterion.id), needed.has(criterion.id), day)
    return gap === null ? [] : [{ criterion, gap }]
  })
  const open = gaps.filter(({ criterion }) => needed.has(criterion.id)).length
  return { asked, neededIds: needed, toAnswer: needed.size, answered: needed.size - open, hasStarted: asked.some(({ id }) => Boolean(answers.get(id)?.value)), gaps }
}

export type JudgedFinding = { criterionId: string; outcome: FindingOutcome }

/** The assessed criteria that have no finding yet. */
export function unjudgedCriteria<C extends Pick<PublishedCriterion, 'id' | 'assessed'>>(asked: readonly C[], findings: readonly JudgedFinding[]): C[] {
  const judged = new Set(findings.map(({ criterionId }) => criterionId))
  return asked.filter(({ id, assessed }) => assessed && !judged.has(id))
}

type Weighed = Pick<PublishedCriterion, 'id' | 'obligation'>

/** The outcomes that the findings allow. 'Met' needs one criterion met, and no 'must' that is not; 'not applicable' needs every finding to say so. */
export function possibleOutcomes(criteria: readonly Weighed[], findings: readonly JudgedFinding[]): DecisionOutcome[] {
  const musts = new Set(criteria.filter(({ obligation }) => obligation === 'must').map(({ id }) => id))
  const failsMust = findings.some(({ criterionId, outcome }) => musts.has(criterionId) && (outcome === 'not_met' || outcome === 'partly_met'))
  const meets = !failsMust && findings.some(({ outcome }) => outcome === 'met')
  const isNotApplicable = findings.length > 0 && findings.every(({ outcome }) => outcome === 'not_applicable')
  return [...(meets ? ['met' as const] : []), 'not_met', ...(isNotApplicable ? ['not_applicable' as const] : [])]
}

/** A decision with no other end is looked at again after a year. */
const USUAL_LIFE_MONTHS = 12

/**
 * The last valid day to suggest for a decision: the earliest that any of its evidence ends, by its own date or by the life that the standard gives it.
 * May be in the past, when evidence has ended meanwhile.
 */
export function suggestedValidUntil(decidedOn: Day, evidence: readonly Pick<ShownEvidence, 'receivedOn' | 'expiresOn'>[], lifeMonths: number | null): Day {
  const life = lifeMonths ?? USUAL_LIFE_MONTHS
  const ends = evidence.flatMap(({ receivedOn, expiresOn }) => [lastValidDay(receivedOn, life), ...(expiresOn === null ? [] : [expiresOn])])
  return ends.sort()[0] ?? lastValidDay(decidedOn, life)
}

/** The sentence that the register will show. */
export function registerSentence(about: { product: string; release: string; standard: string; version: string; outcome: DecisionOutcome; validUntil: Day | null }): string {
  const { product, release, standard, version, outcome, validUntil } = about
  if (outcome === 'not_applicable') return `${standard} ${version} does not apply to ${product} ${release}.`
  if (outcome === 'not_met' || validUntil === null) return `${product} ${release} does not meet ${standard} ${version}.`
  return `${product} ${release} meets ${standard} ${version} until ${dayInWords(validUntil)}.`
}
