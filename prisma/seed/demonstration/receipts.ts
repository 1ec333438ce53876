import { createHash } from 'node:crypto'
import { systemActor } from '@/lib/audit/record-event'
import { inTransaction, reading } from '@/lib/platform/db'

/*
 * What has been told is kept as receipts, one a step, so that a loading that was stopped goes on where it stopped. Every step can be
 * told again without doubling anything: a step that was stopped halfway has no receipt and is told anew.
 */

/** The same name gives the same key, on every machine. */
export function keyOf(name: string): string {
  const hex = createHash('sha256').update(`demonstration ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export async function receipt(name: string): Promise<string | null> {
  const kept = await reading(systemActor, (tx) => tx.formReceipt.findUnique({ where: { key: keyOf(name) } }))
  return kept?.outcome ?? null
}

export async function keepReceipt(name: string, outcome: string): Promise<void> {
  await inTransaction(systemActor, (tx) => tx.formReceipt.create({ data: { key: keyOf(name), command: 'demonstration', outcome, personId: null } }))
}

/** The names of the steps that have been told. */
export async function toldSteps(): Promise<Set<string>> {
  const kept = await reading(systemActor, (tx) => tx.formReceipt.findMany({ where: { command: 'demonstration' }, select: { outcome: true } }))
  return new Set(kept.map(({ outcome }) => outcome))
}
