import type { Day } from '@/lib/platform/day'

/** A run of days, both ends inclusive. A null end has no end. */
export type Run = { from: Day | null; until: Day | null }

/** Runs as PostgreSQL writes a datemultirange: the database joins what touches, and orders them. */
export function printMultirange(runs: readonly Run[]): string {
  return `{${runs.map(({ from, until }) => `[${from ?? ''},${until ?? ''}]`).join(',')}}`
}
