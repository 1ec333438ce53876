import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** One matter on which products are compared. `plain` is what is compared: equal texts are no difference. */
export type ComparedRow = { key: string; heading: ReactNode; cells: { plain: string; shown: ReactNode }[] }

export function isDifferent({ cells }: ComparedRow): boolean {
  return new Set(cells.map(({ plain }) => plain)).size > 1
}

export type ComparedColumn = { slug: string; name: string; without: Route | null }

function Heading({ column }: { column: ComparedColumn }) {
  return (
    <>
      <Link href={`/products/${column.slug}` as Route}>{column.name}</Link>
      {column.without ? <span className="block nhsuk-body-s nhsuk-u-margin-bottom-0 touchstone-filters"><Link href={column.without}>Remove<span className="nhsuk-u-visually-hidden"> {column.name}</span></Link></span> : null}
    </>
  )
}

/** Products as columns, for a screen that is wide enough. */
export function ComparisonTable({ caption, columns, rows }: { caption: string; columns: ComparedColumn[]; rows: ComparedRow[] }) {
  return (
    <table className="nhsuk-table nhsuk-u-margin-bottom-5">
      <caption className="nhsuk-table__caption nhsuk-table__caption--m">{caption}</caption>
      <thead className="nhsuk-table__head sticky top-0 bg-nhs-grey-5">
        <tr>
          <th scope="col" className="w-1/5"><span className="nhsuk-u-visually-hidden">{caption}</span></th>
          {columns.map((column) => <th scope="col" key={column.slug}><Heading column={column} /></th>)}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {rows.map(({ key, heading, cells }) => (
          <tr className="nhsuk-table__row" key={key}>
            <th scope="row" className="nhsuk-table__header align-top">{heading}</th>
            {cells.map(({ shown }, index) => <td className="nhsuk-table__cell align-top" key={columns[index]?.slug ?? index}>{shown}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
