import type { Route } from 'next'
import Link from 'next/link'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import type { Day } from '@/lib/platform/day'
import type { StandardVersion } from '@/lib/standards/standards'
import { dayOrNote, stateInWords } from '@/lib/standards/standard-words'

type Version = Pick<StandardVersion, 'version' | 'title' | 'obligation' | 'publishedOn' | 'adoptFrom' | 'requiredFrom' | 'graceUntil' | 'retiredOn' | 'datesNote'>

const columns = ['Version', 'Today', 'Published', 'May be used from', 'Required from', 'Last day', 'Still taken until'] as const

const unknown = 'Not recorded'

function takenUntil({ obligation, retiredOn }: Version): string {
  if (obligation === 'historical') return 'Not taken now'
  return retiredOn === null ? 'No end set' : 'Its last day'
}

/** When each version began and ends, newest first. A day that no source gives is said to be not recorded, never guessed. */
export function VersionTimeline({ standardId, versions, day }: { standardId: string; versions: readonly Version[]; day: Day }) {
  const rows = versions.map((version) => ({
    key: version.version,
    cells: [
      <Link key="name" href={`/standards/${standardId}/${version.version}` as Route}>{version.title}</Link>,
      stateInWords(version, day),
      dayOrNote(version.publishedOn, unknown),
      dayOrNote(version.adoptFrom, unknown),
      dayOrNote(version.requiredFrom, unknown),
      dayOrNote(version.retiredOn, version.obligation === 'historical' ? unknown : 'No end set'),
      dayOrNote(version.graceUntil, takenUntil(version)),
    ],
  }))
  return (
    <section aria-labelledby="versions">
      <h2 className="nhsuk-heading-m" id="versions">Versions and their dates</h2>
      <ResponsiveTable caption="Versions and their dates" isCaptionHidden columns={columns} rows={rows} />
      {versions.filter(({ datesNote }) => datesNote !== null).map(({ version, title, datesNote }) => <p key={version} className="max-w-3xl"><strong>{title}:</strong> {datesNote}</p>)}
    </section>
  )
}
