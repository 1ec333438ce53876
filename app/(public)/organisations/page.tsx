import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { counted } from '@/lib/catalogue/counted'
import { describeOrganisation, kindNames, organisationKinds, type Organisation } from '@/lib/directory/directory'
import { organisations } from '@/lib/directory/queries'
import { organisationSearch, type OrganisationSearch } from '@/lib/directory/schema'
import { today } from '@/lib/platform/clock'

export const metadata: Metadata = { title: 'NHS organisations' }

const sortNames: Record<OrganisationSearch['sort'], string> = { name: 'Name', code: 'ODS code', opened: 'Opened last', closed: 'Closed last' }

function addressOf({ q, kind, open, sort }: OrganisationSearch, page: number): Route {
  const params = new URLSearchParams({ ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(open ? { open } : {}), ...(sort === 'name' ? {} : { sort }), page: String(page) })
  return `/organisations?${params.toString()}` as Route
}

function Choose({ name, label, value, options }: { name: string; label: string; value: string; options: [string, string][] }) {
  return (
    <div>
      <label className="nhsuk-label" htmlFor={name}>{label}</label>
      <select className="nhsuk-select" id={name} name={name} defaultValue={value}>
        {options.map(([option, text]) => <option key={option} value={option}>{text}</option>)}
      </select>
    </div>
  )
}

function SearchForm({ search }: { search: OrganisationSearch }) {
  return (
    <form method="get" action="/organisations" role="search" className="touchstone-filters flex flex-wrap gap-4 items-end nhsuk-u-margin-bottom-4">
      <div>
        <label className="nhsuk-label" htmlFor="q">Name, town, postcode or ODS code</label>
        <input className="nhsuk-input" id="q" name="q" type="search" defaultValue={search.q} maxLength={100} />
      </div>
      <Choose name="kind" label="Kind" value={search.kind ?? ''} options={[['', 'All'], ...organisationKinds.map((kind): [string, string] => [kind, kindNames[kind].many])]} />
      <Choose name="open" label="Open today" value={search.open ?? ''} options={[['', 'Open or closed'], ['yes', 'Open'], ['no', 'Not open']]} />
      <Choose name="sort" label="Sort by" value={search.sort} options={Object.entries(sortNames)} />
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">Search</button>
    </form>
  )
}

function Row({ organisation }: { organisation: Organisation }) {
  const { odsCode, name, town } = organisation
  return (
    <li className="border-0 border-t border-solid border-nhs-grey-4 pt-3">
      <Link href={`/organisations/${odsCode}` as Route}>{name}</Link> ({odsCode})
      <span className="block nhsuk-body-s">{[describeOrganisation(organisation, today()), town].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

export default async function OrganisationsPage({ searchParams }: PageProps<'/organisations'>) {
  const search = organisationSearch.parse(await searchParams)
  const { rows, total, page, pages } = await organisations(search)
  return (
    <Page title="NHS organisations" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <p className="nhsuk-lede-text max-w-3xl">Trusts, clinical commissioning groups and the integrated care boards that came after them.</p>
      <SearchForm search={search} />
      <p>{counted(total, 'organisation')}</p>
      {rows.length === 0 ? (
        <EmptyState title="No organisation fits this">
          <p>Try a part of the name, or <Link href="/organisations">see every organisation</Link>.</p>
        </EmptyState>
      ) : <ul className="nhsuk-list">{rows.map((organisation) => <Row key={organisation.odsCode} organisation={organisation} />)}</ul>}
      <Pagination page={page} pages={pages} href={(number) => addressOf(search, number)} />
    </Page>
  )
}
