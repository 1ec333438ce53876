import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { dataDir, readIfThere } from './project'

const resultsDir = path.join(dataDir, 'results')

export type Count = { passed: number; failed: number }

/** Where a runner writes its machine-readable result. */
export function resultFile(runner: 'unit' | 'e2e'): string {
  mkdirSync(resultsDir, { recursive: true })
  return path.join(resultsDir, `${runner}.json`)
}

/** Forgets the last run, whose figures must never stand for this one. */
export function clearResult(runner: 'unit' | 'e2e'): void {
  rmSync(resultFile(runner), { force: true })
}

/** What Vitest counted. Null when it wrote nothing. */
export function unitCount(): Count | null {
  const result = read('unit') as { numPassedTests: number; numFailedTests: number } | null
  return result && { passed: result.numPassedTests, failed: result.numFailedTests }
}

/** What Playwright counted; a test that passed only when tried again is counted as failed. */
export function e2eCount(): Count | null {
  const result = read('e2e') as { stats: { expected: number; unexpected: number; flaky: number } } | null
  return result && { passed: result.stats.expected, failed: result.stats.unexpected + result.stats.flaky }
}

function read(runner: 'unit' | 'e2e'): unknown {
  const text = readIfThere(resultFile(runner))
  return text ? JSON.parse(text) : null
}
