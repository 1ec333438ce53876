// A terminal that was closed must not stop a script from cleaning up.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

/** What a script says to the person who runs it: short lines, one fact each. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A failure that the person can put right. Its message says what is wrong and how to mend it, in one line. */
export class Stop extends Error {}

/** The person asked us to stop, so there is nothing to explain. */
export class Interrupted extends Error {}

/** Runs a script: a `Stop` becomes one plain line, anything else keeps its stack. */
export async function runScript(script: () => Promise<void>): Promise<void> {
  try {
    await script()
  } catch (error) {
    process.exitCode = error instanceof Interrupted ? 130 : 1
    if (!(error instanceof Interrupted)) process.stderr.write(`\n${error instanceof Stop ? error.message : withStack(error)}\n`)
  }
}

function withStack(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Seconds with one decimal, as shown after each step. */
export function secondsSince(startMs: number): string {
  return `${((Date.now() - startMs) / 1000).toFixed(1)} s`
}
