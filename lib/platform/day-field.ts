import { z } from 'zod'
import { isDay } from './day'

/** A day from a form. `what` completes the messages: 'the day the evidence was collected'. */
export function dayField(what: string) {
  return z.string({ error: `Enter ${what}` }).min(1, `Enter ${what}`).refine((day) => day === '' || isDay(day), `${what.charAt(0).toUpperCase()}${what.slice(1)} must be a real date, like 27 3 2026`)
}

/** The same where the day may be left out: an empty field is null. */
export function optionalDayField(what: string) {
  return z.string().default('').refine((day) => day === '' || isDay(day), `${what.charAt(0).toUpperCase()}${what.slice(1)} must be a real date, like 27 3 2026`).transform((day) => (day === '' ? null : day))
}
