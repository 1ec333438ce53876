import { dayOf, type Day } from './day'

/** The instant now. One place, so that a test can hold the clock. */
export function now(): Date {
  return new Date()
}

/** Today in the United Kingdom. */
export function today(): Day {
  return dayOf(now())
}
