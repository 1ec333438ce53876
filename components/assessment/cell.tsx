import type { ReactNode } from 'react'

/** A table's head. On a phone the table becomes a list, and each cell carries its own heading. */
export function TableHead({ headings }: { headings: readonly string[] }) {
  return (
    <thead className="nhsuk-table__head" role="rowgroup">
      <tr role="row">{headings.map((heading) => <th role="columnheader" scope="col" key={heading}>{heading}</th>)}</tr>
    </thead>
  )
}

export function Cell({ heading, children }: { heading: string; children: ReactNode }) {
  return <td className="nhsuk-table__cell" role="cell"><span className="nhsuk-table-responsive__heading" aria-hidden="true">{heading} </span>{children}</td>
}
