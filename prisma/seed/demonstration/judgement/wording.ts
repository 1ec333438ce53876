import type { FindingOutcome, Method } from '@/lib/assessment/assessment'
import type { SnapshotCriterion } from '@/lib/assessment/snapshot'
import { dayInWords, type Day } from '@/lib/platform/day'
import { NOT_APPLICABLE } from '@/lib/standards/answers'
import type { PublishedCriterion } from '@/lib/standards/queries'
import type { StandardToJudge } from '@/prisma/factories/assessments'
import type { Teller } from '../answers/teller'

/** What an assessor looked for beyond the document itself, by the category of question. */
const looked: Record<string, readonly string[]> = {
  provided: ['It names this release and is signed.', 'The dates agree with the release history.', 'Two samples from it were followed through and agree.', 'It covers what the question asks, with one appendix more than needed.'],
  'yes-no': ['Two examples were followed from start to end.', 'The settings shown agree with the answer.', 'The cases include the awkward ones.', 'Where it could fail, the document says what happens then.'],
  text: ['The statement is specific and the document agrees with it.', 'Names and numbers agree between answer and document.', 'The answer says who, how often and what happens next.'],
  choice: ['The document supports the answer that was chosen.', 'The answer agrees with what the public source says.'],
}

const fallback = ['The document supports the answer.']

const withEvidence = (t: Teller, { response, code }: PublishedCriterion, { evidence }: SnapshotCriterion): string => {
  const first = evidence[0]
  if (!first) return ''
  const extra = looked[response.type] ?? fallback
  const more = evidence.length > 1 ? ` with ${evidence.length - 1} more` : ''
  return `“${first.name}” of ${dayInWords(first.collectedOn)}${more} was read. ${extra[t.n(`looked ${first.name} ${code}`, 0, extra.length - 1)] ?? ''}`
}

const said: Record<string, readonly string[]> = {
  'yes-no': ['The supplier showed it in the demonstration system, on two test records.', 'Tried in the demonstration system: it behaves as stated.', 'Asked and shown on a call; the screen and the answer agree.'],
  text: ['The answer is complete and names who is responsible.', 'Clear, specific and in keeping with the other documents.', 'The answer says what is done and what is not, which is what the criterion asks for.'],
  url: ['The address opens without an account and holds what is asked.', 'Opened and read; it is dated within the year.'],
  date: ['The day agrees with the public register.', 'Checked against the certificate.'],
  percent: ['Worked out again from the monthly figures; it agrees.', 'Agrees with the report.'],
  confirm: ['Confirmed in writing by a director.', 'The commitment is in the standard contract as well.'],
  choice: ['The answer agrees with the rest of the submission.', 'Checked on the public register.'],
}

const methods: Record<string, readonly Method[]> = { 'yes-no': ['test', 'test', 'interview'], text: ['examine', 'examine', 'interview'] }

export type WordedFinding = { outcome: FindingOutcome; method: Method; reason: string }

/** What an assessor finds where nothing is wrong. */
export function ordinaryFinding(t: Teller, criterion: PublishedCriterion, answer: SnapshotCriterion): WordedFinding {
  if (answer.value === NOT_APPLICABLE) return { outcome: 'not_applicable', method: 'examine', reason: 'The facts stated about this release show that the question does not arise.' }
  if (answer.value === null) return { outcome: 'not_applicable', method: 'examine', reason: 'Not answered; the question is optional and nothing depends on it.' }
  const { type } = criterion.response
  if (answer.evidence.length > 0) return { outcome: 'met', method: 'examine', reason: withEvidence(t, criterion, answer) }
  const index = t.n(`said ${criterion.standardVersionId.length} ${criterion.code} ${criterion.question}`, 0, 2)
  const texts = said[type] ?? fallback
  return { outcome: 'met', method: methods[type]?.[index] ?? 'examine', reason: texts[index % texts.length] ?? '' }
}

const oldestOf = ({ frozen }: StandardToJudge): Day | null => frozen.criteria.flatMap(({ evidence }) => evidence.map(({ collectedOn }) => collectedOn)).sort()[0] ?? null

const counted = (number: number, one: string, many: string) => (number === 1 ? `one ${one}` : `${number} ${many}`)

/** Why an assessor recommends that a standard is met. */
export function recommendedMet(t: Teller, standard: StandardToJudge): string {
  const documents = new Set(standard.frozen.criteria.flatMap(({ evidence }) => evidence.map(({ revisionId }) => revisionId))).size
  const oldest = oldestOf(standard)
  const criteria = counted(standard.criteria.filter(({ assessed }) => assessed).length, 'criterion', 'criteria')
  const rest = documents === 0 || oldest === null ? 'It rests on the supplier’s statement and what was shown to me.' : `It rests on ${counted(documents, 'document', 'documents')}, the oldest of ${dayInWords(oldest)}.`
  const openings = [`Nothing is open in ${criteria}.`, `${criteria.charAt(0).toUpperCase()}${criteria.slice(1)} judged, none open.`, `${standard.version.standardName} is met by ${t.r}.`]
  return `${openings[t.n(`recommended ${standard.version.standardName}`, 0, 2)] ?? ''} ${rest}`
}

/** Why a lead assessor agrees. */
export function decidedMet(t: Teller, standard: StandardToJudge, validUntil: Day, isRenewed: boolean): string {
  const life = standard.version.evidenceLifeMonths
  if (isRenewed) return `I read the findings and the newest document and agree. Evidence of this kind is ${life === 1 ? 'a month' : `${life} months`} long; ${t.s} sends each new one in by its contract, so the decision holds until ${dayInWords(validUntil)}.`
  const texts = [
    'I read the findings with their reasons and opened the evidence for the ones that matter most. I agree.',
    'The findings follow from the evidence, and the evidence is of this release. I agree with the recommendation.',
    'Sound and sufficient. I checked the document that everything rests on and agree.',
  ]
  return `${texts[t.n(`decided ${standard.version.standardName}`, 0, 2)] ?? ''} The first of the evidence ends on ${dayInWords(validUntil)}.`
}

export function decidedNotApplicable(): string {
  return 'Every question is out of scope for this release by the facts stated. I agree that the standard does not apply to it.'
}

/** Why a release is listed. */
export function listedBecause(t: Teller, notMet: readonly string[]): string {
  if (notMet.length === 0) return t.either(`${t.r} meets every standard that applies to it.`, `All standards that apply to ${t.r} are decided and met.`)
  return `${t.r} does not meet ${notMet.join(' and ')}. It is listed so that buyers who run it can see that, and why; the supplier has said in writing by when it will be put right.`
}
