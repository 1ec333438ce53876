import { AsyncLocalStorage } from 'node:async_hooks'
import { dayOf, type Day } from './day'

const told = new AsyncLocalStorage<Date>()

/**
 * Runs work as if it were another instant. The database believes it only while its `demonstration_clock` has a row,
 * which only the owner can write: the demonstration tells its past, and tests hold the clock.
 */
export function atInstant<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  return told.run(instant, work)
}

/** The instant that was told, or null when the real clock counts. */
export function toldInstant(): Date | null {
  return told.getStore() ?? null
}

export function now(): Date {
  return told.getStore() ?? new Date()
}

/** Today in the United Kingdom. */
export function today(): Day {
  return dayOf(now())
}
