import { dayInWords, type Day } from '@/lib/platform/day'
import { answerOptions, LONGEST_ANSWER, NOT_APPLICABLE } from './answers'
import { factGroups } from './facts'
import { isAcceptable, isInForce, type Criterion, type StandardVersion, type StandardVersionDates } from './standards'

const questions = factGroups.flatMap((group) => group.questions)

/** 'clinical safety' as the heading 'Clinical safety'. */
export function categoryInWords(category: string): string {
  return `${category.charAt(0).toUpperCase()}${category.slice(1)}`
}

/** '31 March 2027', or what to say where the source gives no day. */
export function dayOrNote(day: Day | null, otherwise: string): string {
  return day === null ? otherwise : dayInWords(day)
}

const isBefore = (day: Day, start: Day | null): boolean => start !== null && day < start

/** Where a version is in its life on a day, as words that stand alone. */
export function stateInWords(version: StandardVersionDates & Pick<StandardVersion, 'obligation'>, day: Day): string {
  if (version.obligation === 'historical') return 'History'
  if (isInForce(version, day)) return 'In force'
  const { adoptFrom, requiredFrom, graceUntil } = version
  if (!isAcceptable(version, day)) return isBefore(day, adoptFrom ?? requiredFrom) ? 'Not yet begun' : 'No longer taken'
  return isBefore(day, requiredFrom) ? 'May be used, not required yet' : `No longer required, still taken until ${dayOrNote(graceUntil, 'further notice')}`
}

/** The short names of what a supplier states that an expression looks at. Empty when it holds for every product. */
export function factsAsked(when: string): string[] {
  const names = new Set(when.replace(/"[^"]*"/g, '').match(/\w+/g) ?? [])
  return [...questions.filter(({ name }) => names.has(name)).map(({ label }) => label), ...(names.has('capabilities') ? ['Capabilities'] : [])]
}

/** Whether claiming a capability can make a version apply. `ref` as 'C14'. */
export function looksAtCapability({ applicability }: Pick<StandardVersion, 'applicability'>, ref: string): boolean {
  return applicability.some(({ when }) => when.includes(`"${ref}" in capabilities`))
}

function answerLabel({ response }: Pick<Criterion, 'response'>, answer: string): string {
  return answerOptions(response)?.find(({ value }) => value === answer)?.label ?? (answer === NOT_APPLICABLE ? 'Not applicable' : answer)
}

function joinedByOr(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function answersInWords(criterion: Pick<Criterion, 'response'>, answers: readonly string[]): string {
  return joinedByOr(answers.map((answer) => `“${answerLabel(criterion, answer)}”`))
}

const typedAnswers: Record<string, string> = {
  text: `A written answer of up to ${LONGEST_ANSWER.toLocaleString('en-GB')} characters`,
  date: 'A date',
  url: 'A web address',
  percent: 'A percentage, with two decimal places',
}

/** What kind of answer a criterion takes. */
export function answerInWords(criterion: Pick<Criterion, 'response'>): string {
  const options = answerOptions(criterion.response)
  if (options) return answersInWords(criterion, options.map(({ value }) => value))
  const typed = typedAnswers[criterion.response.type] ?? 'An answer'
  return criterion.response.allowNotApplicable ? `${typed}, or “Not applicable”` : typed
}

/** Whether evidence must be attached, to which answers, and how old it may be. Null where none is expected. */
export function evidenceNeedInWords(criterion: Pick<Criterion, 'response' | 'evidenceExpected' | 'evidenceNeeded' | 'evidenceNeededWhen' | 'evidenceMaximumAgeMonths'>): string | null {
  const { evidenceExpected, evidenceNeeded, evidenceNeededWhen, evidenceMaximumAgeMonths: months } = criterion
  if (!evidenceNeeded) return evidenceExpected.length > 0 ? 'It helps, and may be left out.' : null
  const need = evidenceNeededWhen === null ? 'Evidence must be added.' : `Evidence must be added to the answer ${answersInWords(criterion, evidenceNeededWhen)}.`
  return months === null ? need : `${need} It must have been collected within the last ${months} months.`
}

/** Which typed answers can pass; null where a person judges whatever the answer is. */
export function passingAnswersInWords(criterion: Pick<Criterion, 'response' | 'passRule'>): string | null {
  const { passes } = criterion.passRule
  return passes === null ? null : `Only ${answersInWords(criterion, passes)} can pass.`
}

/** `code` is null where the questions end. `words` follow what comes before: 'If the answer is “No”'. */
export type RouteInWords = { when: string; code: string | null; words: string }

/** Where each answer of a criterion leads, as `criteriaInPath` follows it. An answer that is not named goes on to the next question. */
export function routesInWords(criteria: readonly Pick<Criterion, 'code' | 'section' | 'sectionTitle' | 'response' | 'routing'>[], at: number): RouteInWords[] {
  const from = criteria[at]
  if (!from) return []
  return from.routing.map(({ answer, goTo }) => {
    const when = answer === '*' ? 'Whatever the answer' : `If the answer is “${answerLabel(from, answer)}”`
    const to = criteria.find(({ code, section }, index) => index > at && (code === goTo || section === goTo))
    if (goTo === 'end' || !to) return { when, code: null, words: 'there are no more questions' }
    return { when, code: to.code, words: to.code === goTo ? `go to ${to.code}` : `go to part ${to.section}, ${to.sectionTitle}` }
  })
}
