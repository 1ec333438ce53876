import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { SelectField } from '@/components/nhsuk/fields'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import { counted } from '@/lib/catalogue/counted'
import { describeOrganisation, kindNames, odsAttribution, organisationKinds, type Organisation } from '@/lib/directory/directory'
import { organisations, organisationsPerPage, type OrganisationList } from '@/lib/directory/queries'
import { organisationSearch, type OrganisationSearch } from '@/lib/directory/schema'
import { today } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'
import { emptyForm } from '@/lib/web/form-state'

export async function generateMetadata({ searchParams }: PageProps<'/organisations'>): Promise<Metadata> {
  const { q, page } = organisationSearch.parse(await searchParams)
  return { title: `${q ? `“${q.slice(0, 60)}”: ` : ''}NHS organisations${page > 1 ? `, page ${page}` : ''}` }
}

const sortNames: Record<OrganisationSearch['sort'], string> = { name: 'Name', code: 'ODS code', opened: 'Newest first', closed: 'Last closed first' }

function addressOf({ q, kind, open, sort }: OrganisationSearch, page: number): Route {
  const given: [string, string][] = [['q', q], ['kind', kind ?? ''], ['open', open ?? ''], ['sort', sort === 'name' ? '' : sort], ['page', page > 1 ? String(page) : '']]
  return `/organisations?${new URLSearchParams(given.filter(([, value]) => value !== '')).toString()}` as Route
}

function Choice({ name, label, chosen, options }: { name: string; label: string; chosen: string; options: readonly (readonly [string, string])[] }) {
  return <SelectField name={name} label={label} state={emptyForm} initial={chosen} options={options.map(([value, text]) => ({ value, label: text }))} />
}

function SearchForm({ search: { q, kind, open, sort } }: { search: OrganisationSearch }) {
  return (
    <form key={`${q} ${kind} ${open} ${sort}`} method="get" action="/organisations" role="search" className="touchstone-filters">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="q">Name, town, postcode or ODS code</label>
        <input className="nhsuk-input max-w-xl" id="q" name="q" type="search" defaultValue={q} maxLength={100} />
      </div>
      <div className="flex flex-wrap gap-x-6">
        <Choice name="kind" label="Kind" chosen={kind ?? ''} options={[['', 'Any kind'], ...organisationKinds.map((value) => [value, kindNames[value].many] as const)]} />
        <Choice name="open" label="Open today" chosen={open ?? ''} options={[['', 'Open or closed'], ['yes', 'Open'], ['no', 'Not open']]} />
        <Choice name="sort" label="Sort by" chosen={sort} options={Object.entries(sortNames)} />
      </div>
      <button className="nhsuk-button" type="submit">Search</button>
    </form>
  )
}

/** 'NHS trusts' stays, 'Integrated care boards' loses its capital inside a sentence. */
const inSentence = (words: string) => words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

function totalInWords(total: number, { q, kind, open }: OrganisationSearch): string {
  const { one, many } = kind ? kindNames[kind] : { one: 'organisation', many: 'organisations' }
  const state = open === undefined ? '' : open === 'yes' ? ', open today' : ', not open today'
  return `${counted(total, inSentence(one), inSentence(many))}${state}${q ? `, for “${q}”` : ''}`
}

function Found({ list: { rows, total, page, pages }, search, day }: { list: OrganisationList; search: OrganisationSearch; day: Day }) {
  if (total === 0) return <EmptyState title="No organisation fits this"><p>Try fewer words, or <Link href="/organisations">see every organisation</Link>.</p></EmptyState>
  const first = (page - 1) * organisationsPerPage + 1
  const cells = (organisation: Organisation) => [
    <Link key="name" href={`/organisations/${organisation.odsCode}` as Route}>{organisation.name}</Link>,
    organisation.odsCode,
    describeOrganisation(organisation, day),
    organisation.region ?? 'Not recorded',
  ]
  return (
    <>
      {pages > 1 ? <p>Showing {first} to {first + rows.length - 1}.</p> : null}
      <ResponsiveTable caption="Organisations found" isCaptionHidden columns={['Organisation', 'ODS code', 'Kind and state', 'Region, as last known']} rows={rows.map((row) => ({ key: row.odsCode, cells: cells(row) }))} />
      <Pagination page={page} pages={pages} href={(n) => addressOf(search, n)} />
    </>
  )
}

export default async function OrganisationListPage({ searchParams }: PageProps<'/organisations'>) {
  const search = organisationSearch.parse(await searchParams)
  const list = await organisations(search)
  return (
    <Page title="NHS organisations" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <p className="nhsuk-lede-text max-w-3xl">Every NHS trust, clinical commissioning group (CCG) and integrated care board (ICB), open and closed, and who took over from whom.</p>
      <SearchForm search={search} />
      <h2 className="nhsuk-heading-m">{totalInWords(list.total, search)}</h2>
      <Found list={list} search={search} day={today()} />
      <p className="nhsuk-body-s">{odsAttribution}</p>
    </Page>
  )
}
