import type { Tx } from './db'
import { now } from './clock'
import { DomainError } from './domain-error'

/**
 * Counts one try in a window of the clock, over every process, and refuses once there are too many.
 * @param key what is counted, such as 'sign-in:a@b.uk'
 * @throws DomainError 'conflict' when the limit is passed. The count is rolled back with the refused command, so it stays at the limit.
 */
export async function countTry(tx: Tx, key: string, limit: { tries: number; windowMinutes: number }): Promise<void> {
  const windowMs = limit.windowMinutes * 60_000
  const windowStart = new Date(Math.floor(now().getTime() / windowMs) * windowMs)
  const rows = await tx.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_count (key, window_start, count) VALUES (${key}, ${windowStart}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET count = rate_count.count + 1
    RETURNING count`
  if ((rows[0]?.count ?? 0) > limit.tries) {
    throw new DomainError('conflict', `Too many tries. Wait ${limit.windowMinutes} minutes, then try again`)
  }
}
