import type { Tx } from './db'

/**
 * Makes a form count once. Returns null the first time; afterwards the outcome of the first time, so that a double click
 * or a replayed request is answered as the first was, and does nothing.
 * @param key the uuid that the form was rendered with
 */
export async function earlierOutcome(tx: Tx, key: string): Promise<string | null> {
  // Serialises two copies of one form; the second waits here until the first has committed or failed.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 7203103))`
  const receipt = await tx.formReceipt.findUnique({ where: { key } })
  return receipt?.outcome ?? null
}

export async function keepOutcome(tx: Tx, receipt: { key: string; command: string; outcome: string; personId: string | null }): Promise<void> {
  await tx.formReceipt.create({ data: receipt })
}
