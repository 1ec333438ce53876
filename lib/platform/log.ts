/** One JSON line on standard error. Never give it what a user typed or a row of the database. */
export function logError(message: string, context: Record<string, string | number | undefined> = {}): void {
  process.stderr.write(`${JSON.stringify({ level: 'error', at: new Date().toISOString(), message, ...context })}\n`)
}
