import { Temporal } from 'temporal-polyfill'
import { addDays, type Day } from '@/lib/platform/day'

/** Times of day at which things are told, UK time, in the order in which they happen to one product. */
export const slots = { office: '08:40', begun: '09:12', answered: '10:26', sent: '11:47', opened: '12:38', judged: '13:55', decided: '15:08', listed: '16:21', later: '16:52' } as const

export type Slot = keyof typeof slots

/** Saturdays and Sundays are told on the Friday before. */
function workingDay(day: Day): Day {
  const { dayOfWeek } = Temporal.PlainDate.from(day)
  return dayOfWeek > 5 ? addDays(day, 5 - dayOfWeek) : day
}

/** @param today the day on which the loading of the demonstration began; the past is told from there */
export function instantOn(today: Day, daysAgo: number, slot: Slot): Date {
  const day = Temporal.PlainDate.from(workingDay(addDays(today, -daysAgo)))
  const instant = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(slots[slot]) })
  return new Date(instant.epochMilliseconds)
}
