import Link from 'next/link'
import { Cell, TableHead } from '@/components/assessment/cell'
import { AssessmentStatusTag } from '@/components/assessment/outcome-tag'
import { Tag } from '@/components/nhsuk/layout'
import type { QueueRow } from '@/lib/assessment/queries/assessment-queue'
import { dayInWords } from '@/lib/platform/day'

function stage({ status, decided, recommended, standards }: QueueRow): string {
  if (status === 'withdrawn') return `${standards} standards`
  return decided > 0 ? `${decided} of ${standards} decided` : `${recommended} of ${standards} recommended`
}

function waitingInWords(days: number): string {
  if (days === 0) return 'Less than a working day'
  return days === 1 ? '1 working day' : `${days} working days`
}

function Waiting({ row }: { row: QueueRow }) {
  return <>{row.status === 'submitted' ? <><strong>{waitingInWords(row.waitingDays)}</strong><br /></> : null}sent on {dayInWords(row.submittedOn)}</>
}

function Flags({ row }: { row: QueueRow }) {
  const { status, round, hasDeclared, conflicts } = row
  return (
    <>
      <AssessmentStatusTag status={status} />{' '}
      {round > 1 ? <Tag colour="purple">Round {round}</Tag> : null}{' '}
      {status === 'submitted' && !hasDeclared ? <Tag colour="white">Declare first</Tag> : null}{' '}
      {conflicts > 0 ? <Tag colour="yellow">{conflicts === 1 ? '1 conflict declared' : `${conflicts} conflicts declared`}</Tag> : null}
    </>
  )
}

const headings = ['Product', 'Supplier', 'Stage', 'Waiting', 'Taken by', 'State'] as const

export function QueueTable({ rows }: { rows: readonly QueueRow[] }) {
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">Assessments</caption>
      <TableHead headings={headings} />
      <tbody className="nhsuk-table__body">
        {rows.map((row) => (
          <tr role="row" className="nhsuk-table__row" key={row.assessmentId}>
            <Cell heading="Product"><Link className="touchstone-break" href={`/assessor/assessments/${row.assessmentId}`}>{row.product} {row.release}</Link></Cell>
            <Cell heading="Supplier"><span className="touchstone-break">{row.supplier}</span></Cell>
            <Cell heading="Stage">{stage(row)}</Cell>
            <Cell heading="Waiting"><Waiting row={row} /></Cell>
            <Cell heading="Taken by">{row.isMine ? 'You' : (row.assignee ?? 'Nobody')}</Cell>
            <Cell heading="State"><Flags row={row} /></Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
