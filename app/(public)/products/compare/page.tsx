import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { ComparisonList, type ComparedSection } from '@/components/catalogue/comparison-list'
import { ComparisonTable, isDifferent } from '@/components/catalogue/comparison-table'
import { EmptyState, InsetText } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { counted, joined } from '@/lib/catalogue/counted'
import { comparedProducts, mostCompared, type ListedProduct } from '@/lib/catalogue/queries/product-page'
import { capabilityRows, interfaceRows, standardRows, summaryRows } from './compared-rows'

export const metadata: Metadata = { title: 'Compare products' }

const breadcrumbs = [{ href: '/' as Route, label: 'Home' }, { href: '/products' as Route, label: 'Find products' }]

function addressOf(slugs: string[], onlyDifferences: boolean): Route {
  const params = new URLSearchParams([...slugs.map((slug): [string, string] => ['product', slug]), ...(onlyDifferences ? [['only', 'differences'] as [string, string]] : [])])
  return `/products/compare?${params.toString()}` as Route
}

function Comparison({ sections, products, onlyDifferences }: { sections: ComparedSection[]; products: ListedProduct[]; onlyDifferences: boolean }) {
  const slugs = products.map(({ slug }) => slug)
  const columns = products.map(({ slug, name }) => ({ slug, name, without: products.length > 1 ? addressOf(slugs.filter((other) => other !== slug), onlyDifferences) : null }))
  const shown = sections.map(({ caption, rows }) => ({ caption, rows: onlyDifferences ? rows.filter(isDifferent) : rows })).filter(({ rows }) => rows.length > 0)
  if (shown.length === 0) return <p>There are no differences.</p>
  return (
    <>
      <div className="hidden md:block">{shown.map(({ caption, rows }) => <ComparisonTable key={caption} caption={caption} columns={columns} rows={rows} />)}</div>
      <div className="md:hidden"><ComparisonList columns={columns} sections={shown} /></div>
    </>
  )
}

function Nothing() {
  return (
    <Page title="Compare products" breadcrumbs={breadcrumbs}>
      <EmptyState title="No products are chosen">
        <p><Link href="/products">Find products</Link>, choose up to {mostCompared} of them, then select “Compare chosen products”.</p>
      </EmptyState>
    </Page>
  )
}

function Notes({ asked, products }: { asked: string[]; products: ListedProduct[] }) {
  const missing = asked.slice(0, mostCompared).filter((slug) => !products.some((product) => product.slug === slug))
  return (
    <>
      {asked.length > mostCompared ? <InsetText><p>You chose {asked.length} products. These are the first {mostCompared}.</p></InsetText> : null}
      {missing.length > 0 ? <InsetText><p>{counted(missing.length, 'product')} in this address {missing.length === 1 ? 'is' : 'are'} not on the register: {joined(missing.map((slug) => `“${slug.slice(0, 60)}”`))}.</p></InsetText> : null}
      {products.length === 1 ? <InsetText><p>Choose another product to compare with. <Link href="/products">Find products</Link></p></InsetText> : null}
    </>
  )
}

export default async function ComparePage({ searchParams }: PageProps<'/products/compare'>) {
  const { product, only } = await searchParams
  const asked = [...new Set([product ?? []].flat())]
  const products = await comparedProducts(asked)
  if (products.length === 0) return <Nothing />
  const onlyDifferences = only === 'differences' && products.length > 1
  const slugs = products.map(({ slug }) => slug)
  const sections = [
    { caption: 'At a glance', rows: summaryRows(products) },
    { caption: 'Standards', rows: standardRows(products) },
    { caption: 'Capabilities', rows: capabilityRows(products) },
    { caption: 'Interfaces', rows: interfaceRows(products) },
  ]
  return (
    <Page title="Compare products" breadcrumbs={breadcrumbs} wide>
      <Notes asked={asked} products={products} />
      {products.length > 1 ? <p className="touchstone-filters"><Link href={addressOf(slugs, !onlyDifferences)}>{onlyDifferences ? 'Show everything' : 'Show only differences'}</Link></p> : null}
      <Comparison sections={sections} products={products} onlyDifferences={onlyDifferences} />
      <p>Capabilities and interfaces are declared by suppliers. Standings are decided by assessors. <Link href="/how-products-are-assessed">How products are assessed</Link></p>
    </Page>
  )
}
