import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { FreshnessTag } from '@/components/evidence/freshness-tag'
import { EmptyState, Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { freshnessOn, visibilityNames } from '@/lib/evidence/evidence'
import { evidenceLibrary, evidencePerPage, type Library, type LibraryRow } from '@/lib/evidence/queries'
import { evidenceList, evidenceSorts, type EvidenceList } from '@/lib/evidence/schema'
import { today } from '@/lib/platform/clock'
import { dayInWords, type Day } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Your evidence' }

const columns = ['Evidence', 'Collected', 'Holds until', 'Who may open it', 'Used in']

function Cell({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <td role="cell" className="nhsuk-table__cell">
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">{heading} </span>
      <span>{children}</span>
    </td>
  )
}

function Row({ row, day }: { row: LibraryRow; day: Day }) {
  const { itemId, name, visibility, usedIn, revisions, latest } = row
  return (
    <tr role="row" className="nhsuk-table__row">
      <Cell heading="Evidence"><Link className="touchstone-break" href={`/supplier/evidence/${itemId}`}>{name}</Link>{revisions > 1 ? `, ${revisions} revisions` : ''}</Cell>
      <Cell heading="Collected">{dayInWords(latest.collectedOn)}</Cell>
      <Cell heading="Holds until">{latest.expiresOn ? dayInWords(latest.expiresOn) : 'No end'} <FreshnessTag freshness={freshnessOn(day, latest)} /></Cell>
      <Cell heading="Who may open it">{visibilityNames[visibility]}</Cell>
      <Cell heading="Used in">{usedIn === 1 ? '1 answer' : `${usedIn} answers`}</Cell>
    </tr>
  )
}

function Table({ library }: { library: Library }) {
  const first = (library.page - 1) * evidencePerPage + 1
  const range = library.pages === 1 ? `${library.total}` : `${first} to ${first + library.rows.length - 1} of ${library.total}`
  const day = today()
  return (
    <table role="table" className="nhsuk-table-responsive">
      <caption className="nhsuk-table__caption">{range} {library.total === 1 ? 'piece' : 'pieces'} of evidence</caption>
      <thead role="rowgroup" className="nhsuk-table__head">
        <tr role="row">{columns.map((column) => <th role="columnheader" scope="col" key={column}>{column}</th>)}</tr>
      </thead>
      <tbody className="nhsuk-table__body">{library.rows.map((row) => <Row key={row.itemId} row={row} day={day} />)}</tbody>
    </table>
  )
}

const sortNames: Record<EvidenceList['sort'], string> = { newest: 'newest first', name: 'by name', expires: 'what ends soonest first' }

function SortLinks({ sort }: { sort: EvidenceList['sort'] }) {
  const others = evidenceSorts.filter((other) => other !== sort)
  return (
    <p className="nhsuk-body-s">
      Sorted {sortNames[sort]}. Sort: {others.map((other, index) => <span key={other}>{index > 0 ? ' or ' : ''}<Link href={`/supplier/evidence?sort=${other}` as Route}>{sortNames[other]}</Link></span>)}
    </p>
  )
}

export default async function EvidenceLibraryPage({ searchParams }: PageProps<'/supplier/evidence'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const asked = evidenceList.parse(await searchParams)
  const library = await evidenceLibrary(actor, asked)
  return (
    <Page title="Your evidence" breadcrumbs={[{ href: '/supplier', label: 'Your products' }]} wide>
      <p><Link className="nhsuk-button" href="/supplier/evidence/new">Add evidence</Link></p>
      {library.total === 0
        ? <EmptyState title="You have no evidence yet"><p>Add a document once, and use it for as many questions as it answers.</p></EmptyState>
        : <><SortLinks sort={asked.sort} /><Table library={library} /></>}
      <Pagination page={library.page} pages={library.pages} href={(page) => `/supplier/evidence?sort=${asked.sort}&page=${page}` as Route} />
    </Page>
  )
}
