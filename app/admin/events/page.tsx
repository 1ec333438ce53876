import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { entriesAPage, record, type Entry } from '@/lib/audit/queries'
import { instantInWords, isDay } from '@/lib/platform/day'
import { pageNumber } from '@/lib/web/page-number'
import { requireActor } from '@/lib/web/session'
import { RecordFilterForm } from './record-filter-form'

export const metadata: Metadata = { title: 'Record' }

function EntryItem({ entry }: { entry: Entry }) {
  return (
    <li className="nhsuk-u-padding-bottom-2">
      <p className="nhsuk-u-margin-bottom-1"><strong>{entry.type}</strong>, {instantInWords(entry.occurredAt)}</p>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-1 touchstone-break">
        Entry {entry.position}, by {entry.person ?? 'the register'}{entry.body ? ` for ${entry.body}` : ''} ({entry.role.replaceAll('_', ' ')}), on {entry.subjectKind} {entry.subjectId}
      </p>
      <details className="nhsuk-details nhsuk-u-margin-bottom-2">
        <summary className="nhsuk-details__summary"><span className="nhsuk-details__summary-text">Detail and hash<span className="nhsuk-u-visually-hidden"> of entry {entry.position}</span></span></summary>
        <div className="nhsuk-details__text touchstone-break"><code>{JSON.stringify(entry.detail)}</code><br /><code>{entry.hash}</code></div>
      </details>
    </li>
  )
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

export default async function RecordPage({ searchParams }: PageProps<'/admin/events'>) {
  const actor = await requireActor('registrar')
  const asked = await searchParams
  const filter = { type: one(asked.type), subject: one(asked.subject).trim(), from: one(asked.from), until: one(asked.until) }
  const page = pageNumber(asked.page)
  const found = await record(actor, { ...filter, from: isDay(filter.from) ? filter.from : undefined, until: isDay(filter.until) ? filter.until : undefined, page })
  if (!found) notFound()
  const hrefOf = (n: number) => `/admin/events?${new URLSearchParams({ ...filter, page: String(n) })}` as Route
  return (
    <Page title="Record" breadcrumbs={[{ href: '/account', label: 'Your account' }]}>
      <p>Every change of the register, newest first. Entries are chained: <code>npm run verify:audit</code> shows whether any was altered.</p>
      <RecordFilterForm filter={filter} types={found.types} />
      <p>{found.total.toLocaleString('en-GB')} entries{found.total > 0 ? `, page ${page} of ${Math.ceil(found.total / entriesAPage)}` : ''}.</p>
      {found.rows.length === 0 ? <EmptyState title="No entry matches"><p>Choose fewer filters, or other days.</p></EmptyState> : null}
      <ol className="nhsuk-list nhsuk-list--border">{found.rows.map((entry) => <EntryItem key={entry.position} entry={entry} />)}</ol>
      <Pagination page={page} pages={Math.ceil(found.total / entriesAPage)} href={hrefOf} />
    </Page>
  )
}
