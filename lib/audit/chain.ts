import { createHash } from 'node:crypto'

/** An event as the database wrote it, every field as its text. */
export type ChainRow = {
  position: string
  previous_hash: string
  occurred_at: string
  person_id: string | null
  body_id: string | null
  role: string
  type: string
  subject_kind: string
  subject_id: string
  product_id: string | null
  is_public: string
  detail: string
  hash: string
}

export type Link = { position: bigint; hash: string }

/** Before the first event. */
export const chainStart: Link = { position: 0n, hash: '0'.repeat(64) }

/** '<bytes>:<text>,' or '-,' for nothing: the same writing as in the database, made here a second time so that a fault in one shows against the other. */
function field(value: string | null): string {
  return value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`
}

function hashOfRow(row: ChainRow): string {
  const fields = [row.previous_hash, row.position, row.occurred_at, row.person_id, row.body_id, row.role, row.type, row.subject_kind, row.subject_id, row.product_id, row.is_public, row.detail]
  return createHash('sha256').update(fields.map(field).join('')).digest('hex')
}

/** What is wrong with a row after the one before it, in words; null when it holds. */
export function breakAt(row: ChainRow, before: Link): string | null {
  if (BigInt(row.position) !== before.position + 1n) return `entry ${before.position + 1n} is missing; the next one is ${row.position}`
  if (row.previous_hash !== before.hash) return `entry ${row.position} does not follow from the one before it`
  if (hashOfRow(row) !== row.hash) return `entry ${row.position} has been changed`
  return null
}
