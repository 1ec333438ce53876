import { reading, type Tx } from '@/lib/platform/db'
import { breakAt, chainStart, type ChainRow, type Link } from './chain'
import { systemActor } from './record-event'

export type ChainReport = { entries: number; head: string; brokenAt: string | null }

const batch = 5000

function rowsAfter(tx: Tx, position: bigint): Promise<ChainRow[]> {
  return tx.$queryRaw<ChainRow[]>`
    SELECT position::text, previous_hash, to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS occurred_at,
      person_id::text, body_id::text, role, type, subject_kind, subject_id, product_id::text, is_public::text, detail::text, hash
    FROM audit_event e WHERE e.position > ${position} ORDER BY e.position LIMIT ${batch}`
}

/**
 * Reads the whole record and recomputes every hash.
 * An entry taken from the very end leaves a chain that holds: compare `head` and `entries` with a figure kept elsewhere.
 * @param onProgress told the number of entries read so far
 */
export async function verifyChain(onProgress: (entries: number) => void = () => undefined): Promise<ChainReport> {
  let last: Link = chainStart
  let entries = 0
  for (;;) {
    const rows = await reading(systemActor, (tx) => rowsAfter(tx, last.position))
    for (const row of rows) {
      const broken = breakAt(row, last)
      if (broken) return { entries, head: last.hash, brokenAt: broken }
      last = { position: BigInt(row.position), hash: row.hash }
      entries++
    }
    if (rows.length < batch) return { entries, head: last.hash, brokenAt: null }
    onProgress(entries)
  }
}
