import { dayInWords, type Day } from '@/lib/platform/day'
import type { PublishedVersion } from '@/lib/standards/queries'
import { isAcceptable, isInForce } from '@/lib/standards/standards'

/** Where a version is in its life on a day. */
export function versionState(version: PublishedVersion, day: Day): string {
  if (version.obligation === 'historical') return 'History: it binds nobody'
  if (isInForce(version, day)) return 'In force: products are held to it'
  if (isAcceptable(version, day)) return (version.requiredFrom ?? '') > day ? 'May be used already, not yet required' : 'Still accepted, but no longer required'
  return (version.requiredFrom ?? version.adoptFrom ?? '') > day ? 'Not in force yet' : 'No longer accepted'
}

/** The dates of a version, as far as they are known. */
export function VersionDates({ version }: { version: PublishedVersion }) {
  const { publishedOn, adoptFrom, requiredFrom, graceUntil, retiredOn, datesNote } = version
  const dates = ([['Published', publishedOn], ['May be used from', adoptFrom], ['Required from', requiredFrom], ['Accepted until', graceUntil], ['Retired after', retiredOn]] as const)
    .flatMap(([label, day]) => (day === null ? [] : [`${label} ${dayInWords(day)}`]))
  return (
    <>
      {dates.length > 0 ? <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">{dates.join(' · ')}</p> : null}
      {datesNote ? <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">{datesNote}</p> : null}
    </>
  )
}
