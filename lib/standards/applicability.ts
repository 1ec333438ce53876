import { Environment } from '@marcbachmann/cel-js'
import type { ASTNode } from '@marcbachmann/cel-js'
import { factGroups, knownFactValues } from './facts'
import type { ApplicabilityFacts, FactQuestion } from './facts'

/** When a standard applies, as a CEL expression over the facts, and why, completing "It applies because …". */
export type ApplicabilityClause = { when: string; because: string }

const celTypes: Record<FactQuestion['kind'], string> = { 'any-of': 'list<string>', 'one-of': 'string', 'yes-no': 'bool' }

const environment = factGroups
  .flatMap((group) => group.questions)
  .reduce((env, { name, kind }) => env.registerVariable(name, celTypes[kind]), new Environment())
  .registerVariable('capabilities', 'list<string>')

const capabilityReference = /^C\d+$/

/**
 * Whether a version applies to a release, and every reason that holds. A version without clauses
 * (a buyer's own duty, or history) applies to no product.
 *
 * @throws Error when a clause names something that is not a fact: content is checked before it is
 *   published, so this is a fault of ours and must not read as "does not apply"
 */
export function appliesTo(version: { applicability: readonly ApplicabilityClause[] }, facts: ApplicabilityFacts): { applies: boolean; because: string[] } {
  const because = version.applicability.filter(({ when }) => holds(when, facts)).map((clause) => clause.because)
  return { applies: because.length > 0, because }
}

function holds(when: string, facts: ApplicabilityFacts): boolean {
  const answer: unknown = environment.evaluate(when, { ...facts })
  if (typeof answer !== 'boolean') throw new Error(`The expression is not a yes or no: ${when}`)
  return answer
}

/**
 * What is wrong with an expression, or null. Besides syntax, unknown variables and types it refuses
 * a text that no fact can hold: '"fihr" in interfaces' is well typed and would quietly never apply.
 */
export function expressionProblem(when: string): string | null {
  const checked = environment.check(when)
  if (!checked.valid) return checked.error?.message ?? 'cannot be read'
  if (checked.type !== 'bool') return `gives ${checked.type}, not yes or no`
  const unknown = textsIn(environment.parse(when).ast).find((text) => !knownFactValues.has(text) && !capabilityReference.test(text))
  return unknown === undefined ? null : `no fact can be '${unknown}'`
}

function textsIn(node: ASTNode): string[] {
  if (node.op === 'value') return typeof node.args === 'string' ? [node.args] : []
  return nodesIn(node.args).flatMap(textsIn)
}

function nodesIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn)
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : []
}
