import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import { Page } from '@/components/nhsuk/page'
import { counted, thousands } from '@/lib/catalogue/counted'
import { supplierList, supplierSearch, type SupplierList, type SupplierSearch } from '@/lib/catalogue/queries/suppliers'

export const metadata: Metadata = { title: 'Suppliers' }

const sortNames: Record<SupplierSearch['sort'], string> = { name: 'Name', products: 'Most products', meeting: 'Most products that meet the standards' }

function addressOf({ q, sort }: SupplierSearch, page: number): Route {
  return `/suppliers?${new URLSearchParams({ ...(q ? { q } : {}), ...(sort === 'name' ? {} : { sort }), page: String(page) }).toString()}` as Route
}

function SearchForm({ search }: { search: SupplierSearch }) {
  return (
    <form key={JSON.stringify(search)} method="get" action="/suppliers" role="search" className="touchstone-filters flex flex-wrap gap-4 items-end nhsuk-u-margin-bottom-4">
      <div className="max-w-full">
        <label className="nhsuk-label" htmlFor="q">Name</label>
        <input className="nhsuk-input" id="q" name="q" type="search" defaultValue={search.q} maxLength={100} />
      </div>
      <div className="max-w-full">
        <label className="nhsuk-label" htmlFor="sort">Sort by</label>
        <select className="nhsuk-select max-w-full" id="sort" name="sort" defaultValue={search.sort}>
          {Object.entries(sortNames).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
        </select>
      </div>
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">Search</button>
    </form>
  )
}

function Suppliers({ rows }: { rows: SupplierList['rows'] }) {
  return (
    <ResponsiveTable
      caption="Suppliers with products on the register"
      isCaptionHidden
      columns={['Supplier', 'Products on the register', 'Meet the standards today']}
      rows={rows.map(({ slug, name, products, meeting }) => ({
        key: slug,
        cells: [<Link key="name" href={`/suppliers/${slug}` as Route}>{name}</Link>, thousands(products), thousands(meeting)],
      }))}
    />
  )
}

export default async function SuppliersPage({ searchParams }: PageProps<'/suppliers'>) {
  const search = supplierSearch.parse(await searchParams)
  const { rows, total, page, pages } = await supplierList(search)
  return (
    <Page title="Suppliers" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <SearchForm search={search} />
      <p>{counted(total, 'supplier')}{search.q ? ` whose name contains “${search.q}”` : ' with a product on the register'}</p>
      {rows.length === 0 ? (
        <EmptyState title={search.q ? 'No supplier has a name like this' : 'No supplier has a product on the register yet'}>
          <p>{search.q ? <Link href="/suppliers">See every supplier</Link> : <Link href="/how-products-are-assessed">How products come onto the register</Link>}</p>
        </EmptyState>
      ) : <Suppliers rows={rows} />}
      <Pagination page={page} pages={pages} href={(number) => addressOf(search, number)} />
    </Page>
  )
}
