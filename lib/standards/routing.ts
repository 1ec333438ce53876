import { answerOptions, NOT_APPLICABLE } from './answers'
import type { ResponseShape } from './answers'

/** Answers so far by criterion code. Blank, or not one of the answers on offer, counts as unanswered. */
export type Answers = Readonly<Record<string, string | undefined>>

type Routed = { code: string; section: string; response: ResponseShape; routing: readonly { answer: string; goTo: string }[] }
type Judged = { response: ResponseShape; passRule: { passes: readonly string[] | null } }
type Evidenced = { evidenceNeeded: boolean; evidenceNeededWhen: readonly string[] | null }

/**
 * The criteria to be answered, in order, given the answers so far. What an answer skips is not asked.
 * An unanswered question that routes holds back only its own branches: the path goes on at the nearest
 * criterion that comes whichever way it is answered, so later sections can be worked on at once.
 * Answers that are kept for criteria off the path do not matter, except where they already settle a
 * branch that has been held back.
 */
export function criteriaInPath<C extends Routed>(criteria: readonly C[], answers: Answers): C[] {
  const certain = certainFrom(criteria, answers)
  const path: C[] = []
  for (let at = 0; at < criteria.length; at = nextCertain(criteria, certain, at, answers)) path.push(placed(criteria, at))
  return path
}

function placed<T>(list: readonly T[], at: number): T {
  const item = list[at]
  if (item === undefined) throw new RangeError(`There is nothing at ${at}`)
  return item
}

/** The nearest position that comes after `at` whatever is still to be answered there. */
function nextCertain(criteria: readonly Routed[], certain: readonly ReadonlySet<number>[], at: number, answers: Answers): number {
  const [first, ...others] = nextFrom(criteria, at, answers).map((next) => placed(certain, next))
  return Math.min(...[...(first ?? [])].filter((position) => others.every((other) => other.has(position))))
}

/** For each position, and for the end, the positions that every possible path from it passes. */
function certainFrom(criteria: readonly Routed[], answers: Answers): ReadonlySet<number>[] {
  const certain: Set<number>[] = []
  certain[criteria.length] = new Set([criteria.length])
  for (let at = criteria.length - 1; at >= 0; at--) {
    const [first, ...others] = nextFrom(criteria, at, answers).map((next) => placed(certain, next))
    certain[at] = new Set([at, ...[...(first ?? [])].filter((position) => others.every((other) => other.has(position)))])
  }
  return certain
}

/** Where the path may go from a position: one place once it is answered, else one for each answer. */
function nextFrom(criteria: readonly Routed[], at: number, answers: Answers): number[] {
  const { code, response, routing } = placed(criteria, at)
  const options = answerOptions(response)?.map(({ value }) => value) ?? ['*']
  const answer = answers[code] ?? ''
  const possible = options.includes(answer) ? [answer] : options
  return [...new Set(possible.map((value) => target(criteria, at, routing.find((route) => route.answer === value || route.answer === '*')?.goTo)))]
}

function target(criteria: readonly Routed[], at: number, goTo: string | undefined): number {
  if (goTo === undefined) return at + 1
  if (goTo === 'end') return criteria.length
  const found = criteria.findIndex(({ code, section }, index) => index > at && (code === goTo || section === goTo))
  if (found === -1) throw new Error(`There is no ${goTo} after ${placed(criteria, at).code}`)
  return found
}

/** Whether a typed answer contradicts the pass rule. Blank does not: it is unanswered, not failed. */
export function answerFails({ response, passRule }: Judged, answer: string): boolean {
  if (answer === '' || passRule.passes === null) return false
  if (response.allowNotApplicable && answer === NOT_APPLICABLE) return false
  return !passRule.passes.includes(answer)
}

/** Whether evidence must be attached to this answer before it can be submitted. */
export function needsEvidence({ evidenceNeeded, evidenceNeededWhen }: Evidenced, answer: string): boolean {
  if (!evidenceNeeded || answer === '' || answer === NOT_APPLICABLE) return false
  return evidenceNeededWhen === null || evidenceNeededWhen.includes(answer)
}
