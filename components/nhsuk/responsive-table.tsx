import type { ReactNode } from 'react'

export type TableRow = { key: string; cells: readonly ReactNode[] }

type Props = {
  caption: ReactNode
  /** Hides the caption where a heading above already says it. */
  isCaptionHidden?: boolean
  columns: readonly string[]
  /** Cells in the order of the columns. The first names its row. */
  rows: readonly TableRow[]
}

function Cell({ heading, isFirst, children }: { heading: string; isFirst: boolean; children: ReactNode }) {
  const content = (
    <>
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">{heading} </span>
      <span>{children}</span>
    </>
  )
  return isFirst
    ? <th className="nhsuk-table__cell font-normal" role="rowheader" scope="row">{content}</th>
    : <td className="nhsuk-table__cell" role="cell">{content}</td>
}

/** A table that becomes a list on a phone: each cell then says which column it belongs to. */
export function ResponsiveTable({ caption, isCaptionHidden = false, columns, rows }: Props) {
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className={`nhsuk-table__caption${isCaptionHidden ? ' nhsuk-u-visually-hidden' : ''}`}>{caption}</caption>
      <thead className="nhsuk-table__head" role="rowgroup">
        <tr role="row">{columns.map((column) => <th role="columnheader" scope="col" key={column}>{column}</th>)}</tr>
      </thead>
      <tbody className="nhsuk-table__body" role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr className="nhsuk-table__row" role="row" key={key}>
            {cells.map((cell, at) => <Cell key={columns[at]} heading={columns[at] ?? ''} isFirst={at === 0}>{cell}</Cell>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
