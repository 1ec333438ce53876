import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { obligationNames, subjectNames } from '@/components/catalogue/standard-words'
import { SelectField } from '@/components/nhsuk/fields'
import { EmptyState } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import { counted, thousands } from '@/lib/catalogue/counted'
import { standardReach, type Reach } from '@/lib/catalogue/queries/reach'
import { standardList, type StandardSummary } from '@/lib/standards/queries'
import { foundStandards, searchChoices, standardSearch, type Choice, type StandardSearch } from '@/lib/standards/standard-search'
import { categoryInWords } from '@/lib/standards/standard-words'
import { emptyForm } from '@/lib/web/form-state'

export async function generateMetadata({ searchParams }: PageProps<'/standards'>): Promise<Metadata> {
  const { q } = standardSearch.parse(await searchParams)
  return { title: q ? `“${q.slice(0, 60)}”: standards` : 'Standards' }
}

const columns = ['Standard', 'Must it be met?', 'Who must show it', 'When it applies', 'Products that meet it, of those it applies to'] as const

function reachInWords({ products, meeting }: Reach): string {
  return products === 0 ? 'No listed product' : `${thousands(meeting)} of ${thousands(products)}`
}

function rowOf({ id, name, owner, current }: StandardSummary, reach: Reach) {
  return {
    key: id,
    cells: [
      <><Link href={`/standards/${id}` as Route}>{name}</Link> <span className="block nhsuk-body-s nhsuk-u-margin-bottom-0">{owner}</span></>,
      current ? obligationNames[current.obligation] : 'No version',
      current ? subjectNames[current.subject] : 'No version',
      current?.condition ?? 'No version',
      reachInWords(reach),
    ],
  }
}

function choiceOptions<V extends string>(any: string, choices: readonly Choice<V>[], named: (value: V) => string) {
  return [{ value: '', label: any }, ...choices.map(({ value, count }) => ({ value, label: `${named(value)} (${count})` }))]
}

function SearchForm({ search, standards }: { search: StandardSearch; standards: StandardSummary[] }) {
  const { categories, obligations } = searchChoices(standards, search)
  return (
    <form key={JSON.stringify(search)} method="get" action="/standards" role="search" className="touchstone-filters">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="q">Name, owner or any word</label>
        <input className="nhsuk-input max-w-xl" id="q" name="q" type="search" defaultValue={search.q} maxLength={100} />
      </div>
      <div className="flex flex-wrap gap-x-6">
        <SelectField name="category" label="Kind" state={emptyForm} initial={search.category} options={choiceOptions('Every kind', categories, categoryInWords)} />
        <SelectField name="obligation" label="Must it be met?" state={emptyForm} initial={search.obligation} options={choiceOptions('Any', obligations, (value) => obligationNames[value])} />
      </div>
      <button className="nhsuk-button" type="submit">Search</button>
    </form>
  )
}

function Found({ found, reachOf }: { found: StandardSummary[]; reachOf: (id: string) => Reach }) {
  if (found.length === 0) return <EmptyState title="No standard fits this"><p>Try another word, or <Link href="/standards">see every standard</Link>.</p></EmptyState>
  const categories = [...Map.groupBy(found, ({ category }) => category)]
  return categories.map(([category, rows]) => (
    <ResponsiveTable key={category} caption={categoryInWords(category)} columns={columns} rows={rows.map((standard) => rowOf(standard, reachOf(standard.id)))} />
  ))
}

export default async function StandardsPage({ searchParams }: PageProps<'/standards'>) {
  const search = standardSearch.parse(await searchParams)
  const [standards, reachOf] = await Promise.all([standardList(), standardReach()])
  const found = foundStandards(standards, search)
  return (
    <Page title="Standards" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <p className="nhsuk-lede-text max-w-3xl">What a digital system must meet before the NHS may buy it. The words are ours; each standard links to its source.</p>
      <SearchForm search={search} standards={standards} />
      <h2 className="nhsuk-heading-m">{found.length === standards.length ? counted(found.length, 'standard') : `${found.length} of ${counted(standards.length, 'standard')}`}</h2>
      <Found found={found} reachOf={reachOf} />
    </Page>
  )
}
