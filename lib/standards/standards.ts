import type { z } from 'zod'
import type { Day } from '@/lib/platform/day'
import type { standardContent } from './content-schema'

export type Standard = z.infer<typeof standardContent>
export type StandardVersion = Standard['versions'][number]
export type Criterion = StandardVersion['criteria'][number]
export type StandardObligation = StandardVersion['obligation']
export type StandardSubject = StandardVersion['subject']

/**
 * The life of a version. All days are inclusive, `graceUntil` and `retiredOn` too.
 * `requiredFrom` null means that the first day is not recorded, not that it is never required.
 */
export type StandardVersionDates = { adoptFrom: Day | null; requiredFrom: Day | null; graceUntil: Day | null; retiredOn: Day | null }

type VersionLife = StandardVersionDates & { obligation?: StandardObligation }

/**
 * Whether products are held to this version on a day. Where the first day is not recorded it counts
 * as in force from its adoption day, or always. What is only history is never in force.
 */
export function isInForce({ adoptFrom, requiredFrom, retiredOn, obligation }: VersionLife, day: Day): boolean {
  if (obligation === 'historical') return false
  return isWithin(day, requiredFrom ?? adoptFrom, retiredOn)
}

/**
 * Whether evidence against this version is accepted on a day: from its adoption day, which may be
 * before it is required, to the end of its grace, which may be after it is retired.
 */
export function isAcceptable({ adoptFrom, requiredFrom, graceUntil, retiredOn, obligation }: VersionLife, day: Day): boolean {
  if (obligation === 'historical') return false
  return isWithin(day, adoptFrom ?? requiredFrom, graceUntil ?? retiredOn)
}

function isWithin(day: Day, first: Day | null, last: Day | null): boolean {
  return (first === null || first <= day) && (last === null || day <= last)
}
