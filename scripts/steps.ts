import { runNpmScript } from './children'
import { type Count } from './results'
import { say, secondsSince } from './terminal'

export type Step = { script: string; what: string; count?: () => Count | null }

export type StepResult = { step: Step; ok: boolean; time: string; count: Count }

/** Runs named npm scripts one after the other, all of them: one run shows everything that is wrong. */
export async function runSteps(steps: Step[]): Promise<StepResult[]> {
  const results = []
  for (const [at, step] of steps.entries()) {
    say(`\n[${at + 1}/${steps.length}] ${step.what} (npm run ${step.script})`)
    const started = Date.now()
    const ok = (await runNpmScript(step.script)) === 0
    results.push({ step, ok, time: secondsSince(started), count: countOf(step, ok) })
  }
  return results
}

/** A step that failed without a failed test, such as a type error, counts as one failure. */
function countOf(step: Step, ok: boolean): Count {
  const count = step.count?.() ?? { passed: 0, failed: 0 }
  return ok || count.failed > 0 ? count : { ...count, failed: 1 }
}

export function sayTimes(results: StepResult[]): void {
  say('')
  for (const { step, ok, time } of results) say(`${ok ? 'passed' : 'FAILED'}  ${time.padStart(8)}  ${step.what}`)
}

export function total(results: StepResult[]): Count {
  return {
    passed: results.reduce((sum, { count }) => sum + count.passed, 0),
    failed: results.reduce((sum, { count }) => sum + count.failed, 0),
  }
}
