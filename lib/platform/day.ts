import { Temporal } from 'temporal-polyfill'

/** A civil day in the United Kingdom, 'YYYY-MM-DD'. Text, so that days compare with < and > and never shift with a time zone. */
export type Day = string

const ukTimeZone = 'Europe/London'

/** True for a real calendar day written 'YYYY-MM-DD' between 1900 and 2200; '2026-02-30' is refused. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    const { year } = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return year >= 1900 && year <= 2200
  } catch {
    return false
  }
}

/** The civil day in the United Kingdom at an instant: 23:30 UTC on 30 June is 1 July. */
export function dayOf(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ukTimeZone).toPlainDate().toString()
}

const dayMs = 86_400_000

// Days are counted in UTC, where each has 24 hours. Temporal would say the same ten times slower, and standings ask for thousands.
const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

export function addDays(day: Day, days: number): Day {
  return new Date(midnight(day) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole months later, held to the end of a shorter month: 31 January and one month is 28 (or 29) February. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Days from one day to another: negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to) - midnight(from)) / dayMs
}

/** Mondays to Fridays after `from`, up to and including `to`. Bank holidays count as working days. */
export function workingDaysBetween(from: Day, to: Day): number {
  const days = Math.max(0, daysBetween(from, to))
  const fullWeeks = Math.floor(days / 7)
  const start = Temporal.PlainDate.from(from).dayOfWeek
  let extra = 0
  for (let i = 1; i <= days % 7; i++) {
    const weekday = ((start - 1 + i) % 7) + 1
    if (weekday <= 5) extra++
  }
  return fullWeeks * 5 + extra
}

const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const longInstant = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', hour12: true, timeZone: ukTimeZone })

/** '31 March 2027'. */
export function dayInWords(day: Day): string {
  return longDay.format(new Date(`${day}T00:00:00Z`))
}

/** '31 March 2027 at 4:05 pm', UK time. */
export function instantInWords(instant: Date): string {
  return longInstant.format(instant)
}

/** A `date` column comes as midnight UTC. */
export function dayFromDate(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

/** What a `date` column takes. */
export function dateFromDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
