import type { Route } from 'next'
import Link from 'next/link'
import { Cell, TableHead } from '@/components/assessment/cell'
import { OutcomeTag } from '@/components/assessment/outcome-tag'
import { Tag } from '@/components/nhsuk/layout'
import type { OpenAssessment, StandardRow } from '@/lib/assessment/queries/assessment-page'
import { dayInWords } from '@/lib/platform/day'

const headings = ['Standard', 'Findings', 'Recommendation', 'Decision'] as const

function Findings({ row }: { row: StandardRow }) {
  const { judged, toJudge, changed, concerns, changeRequest } = row
  return (
    <>
      {judged} of {toJudge}
      {concerns.length > 0 ? <><br />Concerns: {concerns.join(', ')}</> : null}
      {changed ? <><br /><Tag colour="purple">{changed} changed</Tag></> : null}
      {changeRequest ? <><br /><Tag colour="orange">Changes asked for</Tag></> : null}
    </>
  )
}

function Decision({ decision }: Pick<StandardRow, 'decision'>) {
  if (!decision) return 'Not decided'
  return <><OutcomeTag outcome={decision.outcome} />{decision.validUntil ? ` until ${dayInWords(decision.validUntil)}` : ''}<br />by {decision.by}</>
}

export function StandardsTable({ page }: { page: OpenAssessment }) {
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className="nhsuk-table__caption">Standards that apply</caption>
      <TableHead headings={headings} />
      <tbody className="nhsuk-table__body">
        {page.standards.map((row) => (
          <tr role="row" className="nhsuk-table__row" key={row.standardVersionId}>
            <Cell heading="Standard">
              <Link href={`/assessor/assessments/${page.assessmentId}/standards/${row.standardId}` as Route}>{row.name}</Link>
              <br /><span className="nhsuk-body-s">Version {row.version}, {row.obligation}, because {row.because.join(', and because ')}</span>
            </Cell>
            <Cell heading="Findings"><Findings row={row} /></Cell>
            <Cell heading="Recommendation">{row.recommendation ? <><OutcomeTag outcome={row.recommendation.outcome} /><br />by {row.recommendation.isMine ? 'you' : row.recommendation.by}</> : 'None yet'}</Cell>
            <Cell heading="Decision"><Decision decision={row.decision} /></Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
