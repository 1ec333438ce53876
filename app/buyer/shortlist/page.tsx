import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState, Pagination, Tag } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { ProductStandingLine } from '@/components/standing/product-standing'
import { counted } from '@/lib/catalogue/counted'
import { dayInWords } from '@/lib/platform/day'
import { shortlist, type ShortlistRow } from '@/lib/procurement/queries'
import { shortlistView, type ShortlistView } from '@/lib/procurement/schema'
import { requireActor } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Your shortlist' }

function Item({ item }: { item: ShortlistRow }) {
  const { id, product, entry, note, addedOn } = item
  return (
    <li className="border-0 border-t border-solid border-nhs-grey-4 pt-4">
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1"><Link href={`/products/${product.slug}` as Route}>{product.name}</Link></h2>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-2">{product.supplierName}</p>
      {entry ? <ProductStandingLine status={entry.status} until={entry.until} mandatory={entry.mandatory} /> : <p><Tag colour="grey">No longer on the register</Tag></p>}
      <p className="whitespace-pre-line touchstone-break nhsuk-u-margin-bottom-2">{note || 'No note.'}</p>
      <p className="nhsuk-body-s">
        Added on {dayInWords(addedOn)}. <Link href={`/buyer/shortlist/${id}` as Route}>Change the note, or remove<span className="nhsuk-u-visually-hidden"> {product.name}</span></Link>
      </p>
    </li>
  )
}

function Choices({ view, slugs }: { view: ShortlistView; slugs: string[] }) {
  const compare = new URLSearchParams(slugs.slice(0, 4).map((slug): [string, string] => ['product', slug]))
  return (
    <p className="touchstone-filters flex flex-wrap gap-x-5 gap-y-2">
      {view.sort === 'name' ? <Link href="/buyer/shortlist">Newest first</Link> : <Link href="/buyer/shortlist?sort=name">Order by name</Link>}
      {slugs.length > 1 ? <Link href={`/products/compare?${compare.toString()}` as Route}>Compare {slugs.length > 4 ? 'the first 4' : 'them'}</Link> : null}
      <a href="/buyer/shortlist/download" download>Download as CSV</a>
    </p>
  )
}

export default async function ShortlistPage({ searchParams }: PageProps<'/buyer/shortlist'>) {
  const actor = await requireActor('buyer')
  const view = shortlistView.parse(await searchParams)
  const { rows, total, page, pages } = await shortlist(actor, view)
  return (
    <Page title="Your shortlist" caption={actor.bodyName ?? ''} breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p>Only you see it. Suppliers are not told.</p>
      {rows.length === 0 ? (
        <EmptyState title="Nothing is on your shortlist yet">
          <p><Link href="/products?compliant=yes">Find products that meet the standards</Link>, then add those that you are thinking about.</p>
        </EmptyState>
      ) : (
        <>
          <p>{counted(total, 'product')}</p>
          <Choices view={view} slugs={rows.filter(({ entry }) => entry !== null).map(({ product }) => product.slug)} />
          <ul className="nhsuk-list">{rows.map((item) => <Item key={item.id} item={item} />)}</ul>
        </>
      )}
      <Pagination page={page} pages={pages} href={(number) => `/buyer/shortlist?sort=${view.sort}&page=${number}` as Route} />
    </Page>
  )
}
