import type { StandardTask, TaskList } from '@/lib/assessment/queries/supplier-tasks'

export type NextStep = { label: string; path: '' | '/facts' | '/submit' | `/standards/${string}` }

/** What still has a question to answer; a change that was asked for comes in its place among the others. */
function isOpen({ state, isIncluded, answered, toAnswer }: StandardTask): boolean {
  if (state === 'changes_requested') return answered < toAnswer
  return isIncluded && (state === 'not_started' || state === 'in_progress')
}

const openLabel = ({ state, name }: StandardTask) => `${state === 'changes_requested' ? 'Make the changes to' : state === 'not_started' ? 'Start' : 'Continue'} ${name}`

/** The most useful thing to do next with a release, or null while it is with the assessors or when nothing is left. */
export function nextStep(list: TaskList): NextStep | null {
  const { release, status, standards, canSubmit } = list
  if (status === 'submitted') return null
  if (!release.hasFacts) return { label: 'State the facts', path: '/facts' }
  const open = standards.find(isOpen)
  if (open) return { label: openLabel(open), path: `/standards/${open.standardId}` }
  if (canSubmit) return { label: status === 'changes_requested' ? 'Check and submit again' : 'Check and submit', path: '/submit' }
  const asked = standards.find(({ state }) => state === 'changes_requested')
  return asked ? { label: openLabel(asked), path: `/standards/${asked.standardId}` } : null
}

/** '2 of 14 questions left', for a standard that is being answered. */
export function questionsLeft({ answered, toAnswer }: Pick<StandardTask, 'answered' | 'toAnswer'>): string {
  const left = toAnswer - answered
  if (left === 0) return toAnswer === 1 ? 'The question is answered' : `All ${toAnswer} questions are answered`
  return `${left} of ${toAnswer} ${toAnswer === 1 ? 'question' : 'questions'} left`
}
