import type { DayInterval } from '@/lib/assessment/standing'

/** Runs of days, both ends inclusive, as PostgreSQL writes a datemultirange: the database joins what touches, and orders them. */
export function printMultirange(runs: readonly DayInterval[]): string {
  return `{${runs.map(({ from, to }) => `[${from},${to}]`).join(',')}}`
}
