import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { assessmentQueue } from '@/lib/assessment/queries/assessment-queue'
import { queueSearch } from '@/lib/assessment/schema'
import { requireActor } from '@/lib/web/session'
import { QueueFilterForm } from './queue-filter-form'
import { QueueTable } from './queue-table'

export const metadata: Metadata = { title: 'Assessment queue' }

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

function countInWords(total: number): string {
  if (total === 0) return 'No assessments'
  return total === 1 ? '1 assessment' : `${total.toLocaleString('en-GB')} assessments`
}

export default async function QueuePage({ searchParams }: PageProps<'/assessor/queue'>) {
  const actor = await requireActor('assessor', 'lead_assessor')
  const asked = await searchParams
  const search = queueSearch.parse({ status: one(asked.status), q: one(asked.q) ?? '', sort: one(asked.sort), page: one(asked.page) ?? 1 })
  const queue = await assessmentQueue(actor, search)
  const [next] = (await assessmentQueue(actor, { status: 'unassigned', q: '', sort: 'oldest', page: 1 })).rows
  const hrefOf = (page: number) => `/assessor/queue?${new URLSearchParams({ status: search.status, q: search.q, sort: search.sort, page: String(page) }).toString()}` as Route
  return (
    <Page title="Assessment queue" wide>
      {next ? <p><Link className="nhsuk-button" href={`/assessor/assessments/${next.assessmentId}`}>Open the next one<span className="nhsuk-u-visually-hidden">, {next.product}, which nobody has taken</span></Link></p> : null}
      <QueueFilterForm search={search} />
      <p aria-live="polite">{countInWords(queue.total)}{queue.pages > 1 ? `, page ${queue.page} of ${queue.pages}` : ''}. {queue.waiting} waiting for an assessor or a decision in all.</p>
      {queue.rows.length === 0
        ? <EmptyState title="Nothing here"><p>No assessment matches. Choose another state, or clear the search. Assessments that you declared a conflict for are not shown to you.</p></EmptyState>
        : <QueueTable rows={queue.rows} />}
      <Pagination page={queue.page} pages={queue.pages} href={hrefOf} />
    </Page>
  )
}
