import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState, Pagination, Tag } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { releaseStatuses } from '@/lib/assessment/queries/release-statuses'
import type { AssessmentStatus } from '@/lib/assessment/assessment'
import { canDescribeSupplier } from '@/lib/registry/policy'
import { ownSupplier, supplierProducts, type OwnProductList, type OwnProductRow } from '@/lib/registry/queries'
import { productList, type ProductList } from '@/lib/registry/schema'
import { requireActor } from '@/lib/web/session'
import { ReleaseStatusTag } from './release-status-tag'

export const metadata: Metadata = { title: 'Your products' }

type Statuses = ReadonlyMap<string, AssessmentStatus>

function ProductRow({ product, statuses }: { product: OwnProductRow; statuses: Statuses }) {
  const [latest] = product.releases
  const listed = product.releases.find(({ isListed }) => isListed)
  return (
    <tr role="row" className="nhsuk-table__row">
      <td role="cell" className="nhsuk-table__cell">
        <span className="nhsuk-table-responsive__heading" aria-hidden="true">Product </span>
        <span><Link href={`/supplier/products/${product.id}`}>{product.name}</Link></span>
      </td>
      <td role="cell" className="nhsuk-table__cell">
        <span className="nhsuk-table-responsive__heading" aria-hidden="true">Latest release </span>
        <span>{latest ? <Link href={`/supplier/releases/${latest.id}`}>{latest.label}<span className="nhsuk-u-visually-hidden"> of {product.name}: what is left to do</span></Link> : 'None'}</span>
      </td>
      <td role="cell" className="nhsuk-table__cell">
        <span className="nhsuk-table-responsive__heading" aria-hidden="true">Where it is </span>
        <ReleaseStatusTag status={latest && statuses.get(latest.id)} />
      </td>
      <td role="cell" className="nhsuk-table__cell">
        <span className="nhsuk-table-responsive__heading" aria-hidden="true">On the register </span>
        <span>{listed ? <Tag colour="green">{`Listed: ${listed.label}`}</Tag> : 'Not listed'}</span>
      </td>
    </tr>
  )
}

const columns = ['Product', 'Latest release', 'Where it is', 'On the register']

function Products({ list, statuses }: { list: OwnProductList; statuses: Statuses }) {
  const first = (list.page - 1) * 20 + 1
  return (
    <table role="table" className="nhsuk-table-responsive">
      <caption className="nhsuk-table__caption">
        {list.pages === 1 ? `${list.total} ${list.total === 1 ? 'product' : 'products'}` : `Products ${first} to ${first + list.rows.length - 1} of ${list.total}`}
      </caption>
      <thead role="rowgroup" className="nhsuk-table__head">
        <tr role="row">{columns.map((column) => <th role="columnheader" scope="col" key={column}>{column}</th>)}</tr>
      </thead>
      <tbody className="nhsuk-table__body">{list.rows.map((product) => <ProductRow key={product.id} product={product} statuses={statuses} />)}</tbody>
    </table>
  )
}

function SortLinks({ sort }: { sort: ProductList['sort'] }) {
  return (
    <p className="nhsuk-body-s">
      Sorted by {sort === 'name' ? 'name' : 'newest first'}.{' '}
      {sort === 'name' ? <Link href="/supplier?sort=newest">Show the newest first</Link> : <Link href="/supplier">Sort by name</Link>}
    </p>
  )
}

export default async function SupplierHomePage({ searchParams }: PageProps<'/supplier'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const supplier = await ownSupplier(actor)
  if (!supplier) notFound()
  const asked = productList.parse(await searchParams)
  const list = await supplierProducts(actor, asked)
  const statuses = await releaseStatuses(actor, list.rows.flatMap(({ releases }) => releases.slice(0, 1).map(({ id }) => id)))
  return (
    <Page title="Your products" caption={supplier.name} breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      {list.total === 0
        ? <EmptyState title="You have no products yet"><p>Add the first one. You can save it and come back as often as you like before you submit it.</p></EmptyState>
        : <><SortLinks sort={asked.sort} /><Products list={list} statuses={statuses} /></>}
      <Pagination page={list.page} pages={list.pages} href={(page) => `/supplier?sort=${asked.sort}&page=${page}` as Route} />
      <p className="nhsuk-u-margin-top-5"><Link className="nhsuk-button" href="/supplier/products/new">Add a product</Link></p>
      <ul className="nhsuk-list">
        <li><Link href="/supplier/evidence">Your evidence</Link></li>
        <li><Link href="/supplier/people">Your people</Link></li>
        {canDescribeSupplier(actor, supplier) ? <li><Link href="/supplier/details">Details of your organisation</Link></li> : null}
        <li><Link href={`/suppliers/${supplier.slug}` as Route}>Your page on the register</Link></li>
      </ul>
    </Page>
  )
}
