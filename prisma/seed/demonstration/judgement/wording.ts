import type { FindingOutcome, Method } from '@/lib/assessment/assessment'
import type { SnapshotCriterion } from '@/lib/assessment/snapshot'
import { dayInWords, type Day } from '@/lib/platform/day'
import { NOT_APPLICABLE } from '@/lib/standards/answers'
import type { PublishedCriterion } from '@/lib/standards/queries'
import type { StandardToJudge } from '@/prisma/factories/assessments'
import type { Teller } from '../answers/teller'

/** What an assessor saw in a document, by the kind of question it answers. */
const inOwnDocument: Record<string, readonly string[]> = {
  provided: ['It names this release and is signed.', 'Its dates agree with the release history.', 'Two samples from it were followed through and agree.', 'It covers what the question asks.'],
  'yes-no': ['Two examples were followed from start to end.', 'The settings shown agree with the answer.', 'The cases include the awkward ones.', 'Where it could fail, the document says what happens then.'],
  text: ['Answer and document agree.', 'Names and numbers agree between answer and document.', 'The statement is specific, and the document bears it out.'],
  choice: ['The document supports the answer that was chosen.', 'It agrees with the answer.'],
}

/** The same for a document that is the supplier’s and not the product’s. */
const inSharedDocument = ['It is current and signed.', 'It covers the people who make and run this product.', 'Checked against the public source: it is genuine and in date.', 'Answer and document agree.'] as const

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const
const counted = (number: number, one: string, many: string) => `${numbers[number] ?? number} ${number === 1 ? one : many}`
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function withEvidence(t: Teller, { response, code }: PublishedCriterion, { evidence }: SnapshotCriterion): string {
  const [first, ...more] = evidence
  if (!first) return ''
  const seen = first.name.startsWith(t.p) ? (inOwnDocument[response.type] ?? inSharedDocument) : inSharedDocument
  const read = more.length > 0 ? `and ${counted(more.length, 'more document', 'more documents')} were read` : 'was read'
  return `“${first.name}” of ${dayInWords(first.collectedOn)} ${read}. ${seen[t.n(`looked ${first.name} ${code}`, 0, seen.length - 1)] ?? ''}`
}

type Said = readonly (readonly [Method, string])[]

/** What the product does can be tried; the rest is asked about or compared. */
const tried: Said = [['test', 'The supplier showed it in the demonstration system, on two test records.'], ['test', 'Tried in the demonstration system: it behaves as stated.'], ['interview', 'Asked and shown on a call; the screen and the answer agree.']]
const triedStandards = new Set(['WCAG22', 'NHS-MFA', 'TLS', 'ISB0149', 'SCCI0034', 'SCCI0052', 'DAPB1605', 'DAPB0090', 'DAPB4013', 'CIS2', 'FHIR-UKCORE', 'HL7V2', 'DICOM', 'MESH', 'BCDR'])

const said: Record<string, Said> = {
  'yes-no': [['examine', 'The answer agrees with the facts stated about the release.'], ['examine', 'Agrees with the documents shown under the neighbouring questions.'], ['interview', 'Asked on a call; the answer was the same, with an example.']],
  text: [['examine', 'The answer is complete and names who is responsible.'], ['examine', 'Clear, specific and in keeping with the other documents.'], ['interview', 'Asked about on a call. The answer says what is done and what is not, which is what the criterion asks for.']],
  url: [['examine', 'The address opens without an account and holds what is asked.'], ['examine', 'Opened and read; it is dated within the year.']],
  date: [['examine', 'The day agrees with the public register.'], ['examine', 'Checked against the certificate.']],
  percent: [['examine', 'Worked out again from the monthly figures; it agrees.'], ['examine', 'Agrees with the report.']],
  confirm: [['examine', 'Confirmed in writing by a director.'], ['examine', 'The commitment is in the standard contract as well.']],
  choice: [['examine', 'The answer agrees with the rest of the submission.'], ['examine', 'Checked on the public register.']],
}

const saidOtherwise: Said = [['examine', 'The answer is complete.']]

export type WordedFinding = { outcome: FindingOutcome; method: Method; reason: string }

/** What an assessor finds where nothing is wrong. */
export function ordinaryFinding(t: Teller, standardId: string, criterion: PublishedCriterion, answer: SnapshotCriterion): WordedFinding {
  if (answer.value === NOT_APPLICABLE) return { outcome: 'not_applicable', method: 'examine', reason: 'The facts stated about this release show that the question does not arise.' }
  if (answer.value === null) return { outcome: 'not_applicable', method: 'examine', reason: 'Not answered; the question is optional and nothing depends on it.' }
  if (answer.evidence.length > 0) return { outcome: 'met', method: 'examine', reason: withEvidence(t, criterion, answer) }
  const { type } = criterion.response
  const texts = type === 'yes-no' && triedStandards.has(standardId) ? tried : (said[type] ?? saidOtherwise)
  const [method, reason] = texts[t.n(`said ${standardId} ${criterion.code}`, 0, texts.length - 1)] ?? ['examine', '']
  return { outcome: 'met', method, reason }
}

const oldestOf = ({ frozen }: StandardToJudge): Day | null => frozen.criteria.flatMap(({ evidence }) => evidence.map(({ collectedOn }) => collectedOn)).sort()[0] ?? null

/** Why an assessor recommends that a standard is met. */
export function recommendedMet(t: Teller, standard: StandardToJudge): string {
  const documents = new Set(standard.frozen.criteria.flatMap(({ evidence }) => evidence.map(({ revisionId }) => revisionId))).size
  const oldest = oldestOf(standard)
  const criteria = counted(standard.criteria.filter(({ assessed }) => assessed).length, 'criterion', 'criteria')
  const rest = documents === 0 || oldest === null ? 'It rests on the supplier’s statement and what was shown to me.' : `It rests on ${documents === 1 ? 'one document,' : `${counted(documents, '', 'documents')}, the oldest`} of ${dayInWords(oldest)}.`
  const openings = [`I found nothing open in ${criteria}.`, `${capital(criteria)} judged, none open.`, `${t.r} meets ${standard.version.standardName} in ${criteria}.`]
  return `${openings[t.n(`recommended ${standard.version.standardName}`, 0, 2)] ?? ''} ${rest}`
}

/** Why a lead assessor agrees. */
export function decidedMet(t: Teller, standard: StandardToJudge, validUntil: Day, isRenewed: boolean): string {
  const life = standard.version.evidenceLifeMonths
  if (isRenewed) return `I read the findings and the newest document and agree. Evidence of this kind lasts ${life === 1 ? 'a month' : `${life} months`}; ${t.s} sends each new one in by its contract, so the decision holds until ${dayInWords(validUntil)}.`
  const texts = [
    'I read the findings with their reasons and opened the evidence for the ones that matter most. I agree.',
    'The findings follow from the evidence, and the evidence is of this release. I agree with the recommendation.',
    'Sound and sufficient. I checked the document that everything rests on and agree.',
  ]
  return `${texts[t.n(`decided ${standard.version.standardName}`, 0, 2)] ?? ''} The first of the evidence ends on ${dayInWords(validUntil)}.`
}

/** Why a release is listed. */
export function listedBecause(t: Teller, notMet: readonly string[]): string {
  if (notMet.length === 0) return t.either(`${t.r} meets every standard that applies to it.`, `All standards that apply to ${t.r} are decided and met.`)
  return `${t.r} does not meet ${notMet.join(' and ')}. It is listed so that buyers who run it can see that, and why; the supplier has said in writing by when it will be put right.`
}
