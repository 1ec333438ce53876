import { isDay } from '@/lib/platform/day'

/** Accepted by any criterion whose response allows it; it never contradicts a pass rule. */
export const NOT_APPLICABLE = 'not-applicable'

export type AnswerOption = { value: string; label: string }

export type ResponseShape =
  | { type: 'choice'; allowNotApplicable: boolean; options: readonly AnswerOption[] }
  | { type: 'yes-no' | 'provided' | 'confirm' | 'text' | 'date' | 'url' | 'percent'; allowNotApplicable: boolean }

const fixedOptions: Record<string, readonly AnswerOption[]> = {
  'yes-no': [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }],
  provided: [{ value: 'provided', label: 'Provided' }, { value: 'not-provided', label: 'Not provided' }],
  confirm: [{ value: 'confirmed', label: 'Confirmed' }, { value: 'cannot-confirm', label: 'Cannot confirm' }],
}

/** The answers to choose from, in order, or null where the answer is typed in. */
export function answerOptions(response: ResponseShape): AnswerOption[] | null {
  const options = response.type === 'choice' ? response.options : fixedOptions[response.type]
  if (!options) return null
  return response.allowNotApplicable ? [...options, { value: NOT_APPLICABLE, label: 'Not applicable' }] : [...options]
}

/** The longest text answer that is kept, in characters. */
export const LONGEST_ANSWER = 10_000

const problems: Record<string, (answer: string) => string | null> = {
  text: (answer) => (answer.length > LONGEST_ANSWER ? 'Answer must be 10,000 characters or fewer' : null),
  date: (answer) => (isDay(answer) ? null : 'Enter a real date'),
  url: (answer) => (isWebAddress(answer) ? null : 'Enter a full web address, starting with https://'),
  percent: (answer) => (isPercent(answer) ? null : 'Enter a percentage from 0 to 100 with two decimal places, such as 99.95'),
}

/** What the person should put right in a typed answer, or null. A blank answer is not wrong, only unanswered. */
export function answerProblem(response: ResponseShape, answer: string): string | null {
  if (answer === '' || (response.allowNotApplicable && answer === NOT_APPLICABLE)) return null
  const options = answerOptions(response)
  if (options) return options.some(({ value }) => value === answer) ? null : 'Select one of the answers'
  return problems[response.type]?.(answer) ?? null
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function isPercent(text: string): boolean {
  return /^\d{1,3}\.\d{2}$/.test(text) && Number(text) <= 100
}
