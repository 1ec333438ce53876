import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Pagination } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { bodies, type BodyRow } from '@/lib/identity/queries'
import { pageNumber } from '@/lib/web/page-number'
import { requireActor } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Organisations and people' }

const kindNames: Record<BodyRow['kind'], string> = { supplier: 'Supplier', nhs: 'NHS organisation', assessor: 'Assessing body', register: 'Register office' }

export default async function OrganisationsPage({ searchParams }: PageProps<'/admin/organisations'>) {
  const actor = await requireActor('registrar')
  const page = pageNumber((await searchParams).page)
  const found = await bodies(actor, page)
  if (!found) notFound()
  return (
    <Page title="Organisations and people" breadcrumbs={[{ href: '/account', label: 'Your account' }]} wide>
      <p>{found.total.toLocaleString('en-GB')} organisations that people act for, by name.</p>
      <Link className="nhsuk-button nhsuk-button--secondary" href="/admin/organisations/new">Enter an organisation</Link>
      <table className="nhsuk-table-responsive" role="table">
        <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">Organisations that people act for</caption>
        <thead className="nhsuk-table__head" role="rowgroup">
          <tr role="row"><th role="columnheader" scope="col">Organisation</th><th role="columnheader" scope="col">Kind</th><th role="columnheader" scope="col">ODS code</th><th role="columnheader" scope="col">People</th></tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {found.rows.map((body) => (
            <tr className="nhsuk-table__row" role="row" key={body.id}>
              <td className="nhsuk-table__cell" role="cell"><span className="nhsuk-table-responsive__heading" aria-hidden="true">Organisation </span><Link href={`/admin/organisations/${body.id}` as Route}>{body.name}</Link></td>
              <td className="nhsuk-table__cell" role="cell"><span className="nhsuk-table-responsive__heading" aria-hidden="true">Kind </span>{kindNames[body.kind]}</td>
              <td className="nhsuk-table__cell" role="cell"><span className="nhsuk-table-responsive__heading" aria-hidden="true">ODS code </span>{body.odsCode ?? 'None'}</td>
              <td className="nhsuk-table__cell" role="cell"><span className="nhsuk-table-responsive__heading" aria-hidden="true">People </span>{body.members}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pagination page={page} pages={Math.ceil(found.total / 25)} href={(n) => `/admin/organisations?page=${n}` as Route} />
    </Page>
  )
}
