import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** One matter on which products are compared. `plain` is what is compared: equal texts are no difference. */
export type ComparedRow = { key: string; heading: ReactNode; cells: { plain: string; shown: ReactNode }[] }

export function isDifferent({ cells }: ComparedRow): boolean {
  return new Set(cells.map(({ plain }) => plain)).size > 1
}

type Column = { slug: string; name: string; without: Route | null }

function Heading({ column }: { column: Column }) {
  return (
    <>
      <Link href={`/products/${column.slug}` as Route}>{column.name}</Link>
      {column.without ? <span className="block nhsuk-body-s nhsuk-u-margin-bottom-0 touchstone-filters"><Link href={column.without}>Remove<span className="nhsuk-u-visually-hidden"> {column.name}</span></Link></span> : null}
    </>
  )
}

/** Products as columns. On a phone each row becomes a list that names the product beside each cell. */
export function ComparisonTable({ caption, columns, rows }: { caption: string; columns: Column[]; rows: ComparedRow[] }) {
  return (
    <table role="table" className="nhsuk-table-responsive nhsuk-u-margin-bottom-5">
      <caption className="nhsuk-table__caption nhsuk-table__caption--m">{caption}</caption>
      <thead role="rowgroup" className="nhsuk-table__head md:sticky md:top-0 bg-nhs-grey-5">
        <tr role="row">
          <th role="columnheader" scope="col">{caption}</th>
          {columns.map((column) => <th role="columnheader" scope="col" key={column.slug}><Heading column={column} /></th>)}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {rows.map(({ key, heading, cells }) => (
          <tr role="row" className="nhsuk-table__row" key={key}>
            <th role="rowheader" scope="row" className="nhsuk-table__header">{heading}</th>
            {cells.map(({ shown }, index) => (
              <td role="cell" className="nhsuk-table__cell align-top" key={columns[index]?.slug ?? index}>
                <span className="nhsuk-table-responsive__heading" aria-hidden="true">{columns[index]?.name} </span>{shown}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
