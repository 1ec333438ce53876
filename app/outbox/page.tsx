import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { outbox } from '@/lib/identity/queries'
import { instantInWords } from '@/lib/platform/day'
import { env } from '@/lib/platform/env'
import { pageNumber } from '@/lib/web/page-number'

export const metadata: Metadata = { title: 'Outbox' }

const address = /(https?:\/\/\S+)/

/** The link in a message, so that it can be followed from here. */
function MessageBody({ body }: { body: string }) {
  return <p className="touchstone-break whitespace-pre-line">{body.split(address).map((part, index) => (address.test(part) ? <a key={index} href={part}>{part}</a> : part))}</p>
}

export default async function OutboxPage({ searchParams }: PageProps<'/outbox'>) {
  if (!env().isDemonstration) notFound()
  const page = pageNumber((await searchParams).page)
  const { rows, total } = await outbox(page)
  return (
    <Page title="Outbox" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p>{total.toLocaleString('en-GB')} messages, newest first. In the demonstration no mail leaves this machine; it is shown here instead.</p>
      {rows.length === 0 ? <EmptyState title="No mail yet"><p>Ask for a sign-in link, or invite a colleague, and the message appears here.</p></EmptyState> : null}
      {rows.map((mail) => (
        <section key={mail.id} className="nhsuk-card nhsuk-u-padding-4">
          <h2 className="nhsuk-heading-s">{mail.subject}</h2>
          <p className="nhsuk-body-s touchstone-break">To {mail.recipient}, {instantInWords(mail.createdAt)}</p>
          <MessageBody body={mail.body} />
        </section>
      ))}
      <Pagination page={page} pages={Math.ceil(total / 20)} href={(n) => `/outbox?page=${n}` as Route} />
    </Page>
  )
}
