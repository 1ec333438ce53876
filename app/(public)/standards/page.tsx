import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { obligationNames } from '@/components/catalogue/standard-words'
import { EmptyState } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { counted, thousands } from '@/lib/catalogue/counted'
import { standardReach, type Reach } from '@/lib/catalogue/queries/reach'
import { standardList, type StandardSummary } from '@/lib/standards/queries'

export const metadata: Metadata = { title: 'Standards' }

const heading = (text: string) => <span className="nhsuk-table-responsive__heading" aria-hidden="true">{text} </span>

function reachInWords({ products, meeting }: Reach): string {
  return products === 0 ? 'No listed product' : `${thousands(meeting)} of ${thousands(products)}`
}

function Category({ name, standards, reachOf }: { name: string; standards: StandardSummary[]; reachOf: (id: string) => Reach }) {
  const caption = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return (
    <table role="table" className="nhsuk-table-responsive nhsuk-u-margin-bottom-6" id={name.replace(/[^a-z]+/g, '-')}>
      <caption className="nhsuk-table__caption nhsuk-table__caption--m">{caption}</caption>
      <thead role="rowgroup" className="nhsuk-table__head">
        <tr role="row">{['Standard', 'Version', 'Obligation', 'Owner', 'Products that meet it, of those it applies to'].map((text) => <th role="columnheader" scope="col" key={text}>{text}</th>)}</tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {standards.map((standard) => (
          <tr role="row" className="nhsuk-table__row" key={standard.id}>
            <td role="cell" className="nhsuk-table__cell">{heading('Standard')}<span><Link href={`/standards/${standard.id}` as Route}>{standard.name}</Link></span></td>
            <td role="cell" className="nhsuk-table__cell">{heading('Version')}{standard.current?.version ?? '–'}</td>
            <td role="cell" className="nhsuk-table__cell">{heading('Obligation')}{standard.current ? obligationNames[standard.current.obligation] : '–'}</td>
            <td role="cell" className="nhsuk-table__cell">{heading('Owner')}{standard.owner}</td>
            <td role="cell" className="nhsuk-table__cell">{heading('Products that meet it')}{reachInWords(reachOf(standard.id))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export default async function StandardsPage() {
  const [standards, reachOf] = await Promise.all([standardList(), standardReach()])
  const categories = [...Map.groupBy(standards, ({ category }) => category)]
  return (
    <Page title="Standards" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <p className="nhsuk-lede-text max-w-3xl">What a digital system must meet before the NHS may buy it. The words are ours; each standard links to its source.</p>
      {standards.length === 0 ? <EmptyState title="No standard is published yet"><p>Standards appear here when they are published.</p></EmptyState> : (
        <>
          <p>{counted(standards.length, 'standard')} in {counted(categories.length, 'category', 'categories')}.</p>
          {categories.map(([name, rows]) => <Category key={name} name={name} standards={rows} reachOf={reachOf} />)}
        </>
      )}
    </Page>
  )
}
