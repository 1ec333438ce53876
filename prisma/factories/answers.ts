import { askedCriteria } from '@/lib/assessment/assessment'
import { saveAnswer, saveAnswers } from '@/lib/assessment/commands/save-answer'
import { draftOf, type Draft, type DraftStandard } from '@/lib/assessment/draft'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { reading } from '@/lib/platform/db'
import { answerOptions, NOT_APPLICABLE } from '@/lib/standards/answers'
import type { PublishedCriterion } from '@/lib/standards/queries'
import { needsEvidence } from '@/lib/standards/routing'
import { anEvidenceLink } from './evidence'

/*
 * Answers to everything that is asked of a release, along the paths that they open.
 *   answerRelease(supplier, releaseId, write?, only?)   saves one answer per criterion asked; `write` says what, and passes by default
 *   passingValue(criterion)                             a typed answer that contradicts no pass rule
 */

export type WrittenAnswer = { value: string; explanation: string; evidence: readonly string[] }

/** What is asked, of which standard. */
export type Question = { standardId: string; version: string; criterion: PublishedCriterion }

/** Null leaves the question unanswered. */
export type AnswerWriter = (question: Question) => Promise<WrittenAnswer | null>

const typedValues: Record<string, () => string> = {
  text: () => 'As our documentation says.',
  date: () => addDays(today(), 200),
  url: () => 'https://product.example/statement',
  percent: () => '99.95',
}

export function passingValue({ response, passRule }: PublishedCriterion): string {
  const passing = passRule.passes?.find((value) => value !== NOT_APPLICABLE)
  return passing ?? answerOptions(response)?.[0]?.value ?? typedValues[response.type]?.() ?? ''
}

/** Passes, with one link wherever evidence is needed. */
function passingWriter(supplier: Member): AnswerWriter {
  let shown: Promise<string> | undefined
  return async ({ criterion }) => {
    const value = passingValue(criterion)
    if (!needsEvidence(criterion, value)) return { value, explanation: '', evidence: [] }
    shown ??= anEvidenceLink(supplier).then(({ revisionId }) => revisionId)
    return { value, explanation: '', evidence: [await shown] }
  }
}

type Written = { criterion: PublishedCriterion; answer: WrittenAnswer }

/** Each answer may open further questions, so the path is asked for again until nothing new is on it. */
async function writeAlongPath({ criteria, version }: DraftStandard, held: Draft['answers'], write: AnswerWriter): Promise<Written[]> {
  const answers = new Map<string, { value: string | null; explanation: string; evidence: [] }>([...held].map(([id, { value, explanation }]) => [id, { value, explanation, evidence: [] }]))
  const passed = new Set<string>()
  const written: Written[] = []
  for (;;) {
    const criterion = askedCriteria(criteria, answers).find(({ id }) => !passed.has(id))
    if (!criterion) return written
    passed.add(criterion.id)
    const answer = await write({ standardId: version.standardId, version: version.version, criterion })
    if (!answer) continue
    answers.set(criterion.id, { value: answer.value, explanation: answer.explanation, evidence: [] })
    written.push({ criterion, answer })
  }
}

async function saveWritten(supplier: Member, { release, answers }: Draft, { version }: DraftStandard, written: readonly Written[]): Promise<void> {
  const forms = written.map(({ criterion, answer: { value, explanation, evidence } }) => ({ criterionId: criterion.id, version: answers.get(criterion.id)?.version ?? 0, value, explanation, evidence }))
  const plain = forms.filter(({ evidence }) => evidence.length === 0).map(({ criterionId, version: seen, value, explanation }) => ({ criterionId, version: seen, value, explanation }))
  if (plain.length > 0) await saveAnswers(supplier, { releaseId: release.id, standardVersionId: version.id, answers: plain })
  for (const { evidence, ...form } of forms.filter((one) => one.evidence.length > 0)) await saveAnswer(supplier, { releaseId: release.id, ...form, evidence: [...evidence] })
}

/** Two standards at a time, so that the database works on one while the answers to the other are written. */
const AT_ONCE = 2

/** @param only which standards to answer; all that apply when left out */
export async function answerRelease(supplier: Member, releaseId: string, write: AnswerWriter = passingWriter(supplier), only: (standardId: string) => boolean = () => true): Promise<void> {
  const draft = await reading(supplier, (tx) => draftOf(tx, supplier, releaseId))
  if (!draft) throw new Error('There is no such release')
  const open = draft.standards.filter(({ version }) => only(version.standardId))
  const answerNext = async (): Promise<void> => {
    for (let standard = open.shift(); standard; standard = open.shift()) {
      await saveWritten(supplier, draft, standard, await writeAlongPath(standard, draft.answers, write))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, answerNext))
}
