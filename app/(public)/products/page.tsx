import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { ChosenFilters } from '@/components/catalogue/chosen-filters'
import { FoundProduct } from '@/components/catalogue/found-product'
import { SearchFilters } from '@/components/catalogue/search-filters'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { joined } from '@/lib/catalogue/counted'
import { searchCatalogue, type SearchPage } from '@/lib/catalogue/queries/search-catalogue'
import { printAddress, searchSorts, type LeftOut } from '@/lib/catalogue/search'
import { removableChoices, sortNames, totalInWords } from '@/lib/catalogue/search-words'
import { currentActor } from '@/lib/web/session'

export async function generateMetadata({ searchParams }: PageProps<'/products'>): Promise<Metadata> {
  const { q } = await searchParams
  return { title: typeof q === 'string' && q.trim() ? `${q.trim().slice(0, 60)}: find products` : 'Find products' }
}

const searchForm = 'search'
const chooseForm = 'choose'

function SearchBox({ q }: { q: string }) {
  return (
    <form id={searchForm} method="get" action="/products" role="search" className="nhsuk-u-margin-bottom-4">
      <label className="nhsuk-label" htmlFor="q">What should it do, or what is it called?</label>
      <div className="flex flex-wrap gap-3 items-start">
        <input className="nhsuk-input max-w-xl" id="q" name="q" type="search" defaultValue={q} maxLength={200} />
        <button className="nhsuk-button nhsuk-u-margin-bottom-2" type="submit">Search</button>
      </div>
    </form>
  )
}

const paramNames: Record<string, string> = { q: 'the words', on: 'the day', sort: 'the order', page: 'the page', status: 'the standing' }

function LeftOutNote({ leftOut }: { leftOut: LeftOut[] }) {
  if (leftOut.length === 0) return null
  const named = leftOut.slice(0, 5).map(({ name, value }) => `${paramNames[name] ?? `the ${name}`} “${value.slice(0, 40)}”`)
  return (
    <div className="nhsuk-inset-text" role="note">
      <p>The register does not know {joined(named)}{leftOut.length > 5 ? `, nor ${leftOut.length - 5} more` : ''}, so the search leaves {leftOut.length === 1 ? 'it' : 'them'} out.</p>
    </div>
  )
}

function Sort({ found }: { found: SearchPage }) {
  const sorts = searchSorts.filter((sort) => sort !== 'relevance' || found.criteria.q !== '')
  return (
    <div className="touchstone-filters flex flex-wrap gap-2 items-end nhsuk-u-margin-bottom-3">
      <div className="max-w-full">
        <label className="nhsuk-label nhsuk-u-font-size-16" htmlFor="sort">Sort by</label>
        <select className="nhsuk-select max-w-full" id="sort" name="sort" defaultValue={found.criteria.sort} form={searchForm}>
          {sorts.map((sort) => <option key={sort} value={sort}>{sortNames[sort]}</option>)}
        </select>
      </div>
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit" form={searchForm}>Sort</button>
    </div>
  )
}

function NothingFound({ found }: { found: SearchPage }) {
  const chosen = removableChoices(found.criteria, found.vocabulary)
  if (chosen.length === 0) return <EmptyState title="No product is on the register yet"><p>Products appear here when a lead assessor lists them. <Link href="/how-products-are-assessed">How products are assessed</Link></p></EmptyState>
  return (
    <EmptyState title="No product on the register fits all of this">
      <p>Take off one of the filters above, try another word, or <Link href="/products">see every product</Link>.</p>
    </EmptyState>
  )
}

function Results({ found, mayShortlist }: { found: SearchPage; mayShortlist: boolean }) {
  if (found.total === 0) return <NothingFound found={found} />
  return (
    <>
      <form id={chooseForm} method="get" action="/products/compare" aria-label="Chosen products" />
      <ul className="nhsuk-list">
        {found.rows.map((entry) => <FoundProduct key={entry.productId} entry={entry} vocabulary={found.vocabulary} chooseForm={chooseForm} on={found.criteria.on} />)}
      </ul>
      <div className="touchstone-filters flex flex-wrap gap-3">
        <button className="nhsuk-button nhsuk-button--secondary" type="submit" form={chooseForm}>Compare chosen products (up to 4)</button>
        {mayShortlist ? <button className="nhsuk-button nhsuk-button--secondary" type="submit" form={chooseForm} formAction="/buyer/shortlist/add">Add chosen products to your shortlist</button> : null}
      </div>
      <Pagination page={found.criteria.page} pages={found.pages} href={(page) => printAddress({ ...found.criteria, page }) as Route} />
    </>
  )
}

export default async function SearchProductsPage({ searchParams }: PageProps<'/products'>) {
  const found = await searchCatalogue(await searchParams)
  const actor = await currentActor()
  const { criteria, vocabulary, leftOut } = found
  // Another search is another form: what React keeps of the one before would show filters that no longer apply.
  const asked = printAddress(criteria)
  return (
    <Page title="Find products" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <SearchBox key={`box ${asked}`} q={criteria.q} />
      <LeftOutNote leftOut={leftOut} />
      <div className="lg:grid lg:grid-cols-[20rem_minmax(0,1fr)] lg:gap-8">
        <SearchFilters key={`filters ${asked}`} found={found} form={searchForm} />
        <section aria-labelledby="found">
          <h2 className="nhsuk-heading-m" id="found">{totalInWords(found.total, criteria, vocabulary)}</h2>
          <ChosenFilters chosen={removableChoices(criteria, vocabulary)} />
          {found.total > 1 ? <Sort key={`sort ${asked}`} found={found} /> : null}
          {found.total > 0 ? <p className="touchstone-filters"><a href={printAddress({ ...criteria, page: 1 }).replace('/products', '/products/download')} download>Download these products as CSV</a></p> : null}
          <Results found={found} mayShortlist={actor?.role === 'buyer'} />
        </section>
      </div>
    </Page>
  )
}
