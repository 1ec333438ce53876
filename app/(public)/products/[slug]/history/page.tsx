import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { publicHistory } from '@/lib/audit/queries'
import { changeInWords } from '@/lib/catalogue/change-words'
import { counted } from '@/lib/catalogue/counted'
import { productPage } from '@/lib/catalogue/queries/product-page'
import { instantInWords } from '@/lib/platform/day'

const load = cache(productPage)
const entriesPerPage = 20

export async function generateMetadata({ params }: PageProps<'/products/[slug]/history'>): Promise<Metadata> {
  const page = await load((await params).slug)
  return { title: page ? `History of ${page.name}` : 'Page not found' }
}

/** A page past the end is the last one. */
async function entriesOn(productId: string, asked: number) {
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
  const found = await publicHistory(productId, page, entriesPerPage)
  const pages = Math.max(1, Math.ceil(found.total / entriesPerPage))
  return page <= pages ? { ...found, page, pages } : { ...(await publicHistory(productId, pages, entriesPerPage)), page: pages, pages }
}

export default async function ProductHistoryPage({ params, searchParams }: PageProps<'/products/[slug]/history'>) {
  const { slug } = await params
  const product = await load(slug)
  if (!product) notFound()
  const { rows, total, page, pages } = await entriesOn(product.id, Number((await searchParams).page))
  return (
    <Page
      title="What has happened" caption={product.name}
      breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/products', label: 'Find products' }, { href: `/products/${slug}` as Route, label: product.name }]}
    >
      <p>{counted(total, 'public entry', 'public entries')}, newest first. Entries are never changed or removed.</p>
      {rows.length === 0 ? <EmptyState title="Nothing is recorded yet"><p>The history begins when the product comes onto the register.</p></EmptyState> : (
        <ol className="nhsuk-list" reversed>
          {rows.map(({ position, occurredAt, type, detail }) => (
            <li key={position} className="border-0 border-t border-solid border-nhs-grey-4 pt-3">
              <strong>{changeInWords({ type, detail })}.</strong>
              <span className="block nhsuk-body-s">{instantInWords(occurredAt)}. Entry {position} of the record.</span>
            </li>
          ))}
        </ol>
      )}
      <Pagination page={page} pages={pages} href={(number) => `/products/${slug}/history?page=${number}` as Route} />
    </Page>
  )
}
