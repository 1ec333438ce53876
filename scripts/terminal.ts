/** What a script says to the person who runs it: short lines, one fact each. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A failure that the person can put right. Its message says what is wrong and how to mend it, in one line. */
export class Stop extends Error {}

/** Runs a script: a `Stop` becomes one plain line, anything else keeps its stack. */
export async function runScript(script: () => Promise<void>): Promise<void> {
  try {
    await script()
  } catch (error) {
    process.stderr.write(`\n${error instanceof Stop ? error.message : readable(error)}\n`)
    process.exitCode = 1
  }
}

function readable(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Seconds with one decimal, as shown after each step. */
export function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`
}
