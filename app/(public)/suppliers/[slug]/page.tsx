import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FoundProduct } from '@/components/catalogue/found-product'
import { EmptyState, Pagination, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { counted } from '@/lib/catalogue/counted'
import { searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { supplierPage, type PublicSupplier } from '@/lib/registry/queries'

const load = cache(supplierPage)

export async function generateMetadata({ params }: PageProps<'/suppliers/[slug]'>): Promise<Metadata> {
  return { title: (await load((await params).slug))?.name ?? 'Page not found' }
}

function Details({ supplier }: { supplier: PublicSupplier }) {
  const { companiesHouseNumber, address, website, contactEmail } = supplier
  return (
    <SummaryList
      rows={[
        ...(companiesHouseNumber ? [{ key: 'Companies House number', value: companiesHouseNumber }] : []),
        { key: 'Address', value: <span className="whitespace-pre-line">{address}</span> },
        { key: 'Contact', value: <a href={`mailto:${contactEmail}`} className="touchstone-break">{contactEmail}</a> },
        ...(website ? [{ key: 'Website', value: <a href={website} rel="external nofollow noreferrer" className="touchstone-break">{website}</a> }] : []),
      ]}
    />
  )
}

export default async function SupplierPage({ params, searchParams }: PageProps<'/suppliers/[slug]'>) {
  const { slug } = await params
  const supplier = await load(slug)
  if (!supplier) notFound()
  const { page } = await searchParams
  const hasProducts = supplier.products.length > 0
  const found = hasProducts ? await searchCatalogue({ supplier: slug, page }) : null
  return (
    <Page title={supplier.name} caption="Supplier" breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/suppliers', label: 'Suppliers' }]}>
      {supplier.description ? <p className="whitespace-pre-line touchstone-break">{supplier.description}</p> : null}
      <Details supplier={supplier} />
      <h2 className="nhsuk-heading-m">{counted(found?.total ?? 0, 'product')} on the register</h2>
      {found && found.total > 0 ? (
        <>
          <ul className="nhsuk-list">{found.rows.map((entry) => <FoundProduct key={entry.productId} entry={entry} vocabulary={found.vocabulary} />)}</ul>
          <Pagination page={found.criteria.page} pages={found.pages} href={(number) => `/suppliers/${slug}?page=${number}` as Route} />
        </>
      ) : <EmptyState title="None of its products is on the register"><p>A product appears here when a lead assessor lists it. <Link href="/products">Find products that are listed</Link></p></EmptyState>}
    </Page>
  )
}
