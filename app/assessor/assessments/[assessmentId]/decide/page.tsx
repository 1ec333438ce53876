import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { assessmentCrumbs } from '@/app/assessor/assessments/[assessmentId]/assessment-crumbs'
import { loadAssessment, openedAssessment } from '@/app/assessor/assessments/[assessmentId]/opened'
import { Cell, TableHead } from '@/components/assessment/cell'
import { Fingerprint } from '@/components/assessment/fingerprint'
import { OutcomeTag } from '@/components/assessment/outcome-tag'
import { InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import type { OpenAssessment, StandardRow } from '@/lib/assessment/queries/assessment-page'
import { dayInWords, instantInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'

export async function generateMetadata({ params }: PageProps<'/assessor/assessments/[assessmentId]/decide'>): Promise<Metadata> {
  const page = await loadAssessment((await params).assessmentId)
  return { title: page ? `${page.product} ${page.release}: decisions` : 'Page not found' }
}

const headings = ['Standard', 'Recommendation', 'Unresolved', 'Decision'] as const

function unresolved({ judged, toJudge, concerns, changeRequest }: StandardRow): string[] {
  return [
    ...(judged < toJudge ? [`${toJudge - judged} without a finding`] : []),
    ...(concerns.length > 0 ? [`not fully met: ${concerns.join(', ')}`] : []),
    ...(changeRequest === null ? [] : ['a request for changes is written, not sent']),
  ]
}

function Decision({ row, assessmentId }: { row: StandardRow; assessmentId: string }) {
  const { decision, recommendation, standardId, name } = row
  if (decision) return <><OutcomeTag outcome={decision.outcome} />{decision.validUntil ? ` until ${dayInWords(decision.validUntil)}` : ''}<br />by {decision.by}</>
  if (!recommendation) return 'Waits for a recommendation'
  if (recommendation.isMine) return 'A different person decides: you recommended'
  return <Link href={`/assessor/assessments/${assessmentId}/decide/${standardId}` as Route}>Decide<span className="nhsuk-u-visually-hidden"> {name}</span></Link>
}

function DecisionsTable({ page }: { page: OpenAssessment }) {
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className="nhsuk-table__caption">Standards to decide</caption>
      <TableHead headings={headings} />
      <tbody className="nhsuk-table__body">
        {page.standards.map((row) => (
          <tr role="row" className="nhsuk-table__row" key={row.standardVersionId}>
            <Cell heading="Standard"><Link href={`/assessor/assessments/${page.assessmentId}/standards/${row.standardId}` as Route}>{row.name}</Link> {row.version}<br /><span className="nhsuk-body-s">{row.obligation}</span></Cell>
            <Cell heading="Recommendation">{row.recommendation ? <><OutcomeTag outcome={row.recommendation.outcome} /> by {row.recommendation.isMine ? 'you' : row.recommendation.by}<br /><span className="nhsuk-body-s touchstone-break">{row.recommendation.reason}</span></> : 'None yet'}</Cell>
            <Cell heading="Unresolved">{unresolved(row).join('; ') || 'Nothing'}</Cell>
            <Cell heading="Decision"><Decision row={row} assessmentId={page.assessmentId} /></Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The first standard that the actor may decide: with thirty of them nobody should have to look for it. */
function NextToDecide({ page }: { page: OpenAssessment }) {
  const next = page.refusal === null ? page.standards.find(({ decision, recommendation }) => decision === null && recommendation !== null && !recommendation.isMine) : undefined
  if (!next) return null
  return <p><Link className="nhsuk-button" href={`/assessor/assessments/${page.assessmentId}/decide/${next.standardId}` as Route}>Decide the next one: {next.name}</Link></p>
}

function Listing({ page }: { page: OpenAssessment }) {
  if (page.listing) return <InsetText><p>The listing is decided: {page.listing.outcome === 'listed' ? 'on the register' : 'refused'}, by {page.listing.by}. {page.listing.reason}</p></InsetText>
  if (page.listingRefusal !== null) return <InsetText><p>{page.listingRefusal}.</p></InsetText>
  return <p><Link className="nhsuk-button" href={`/assessor/assessments/${page.assessmentId}/decide/listing`}>Decide the listing</Link></p>
}

export default async function DecisionsPage({ params }: PageProps<'/assessor/assessments/[assessmentId]/decide'>) {
  await requireActor('lead_assessor')
  const page = await openedAssessment((await params).assessmentId)
  return (
    <Page title="Decisions" caption={`${page.product} ${page.release}, round ${page.round}`} breadcrumbs={assessmentCrumbs(page)} wide>
      {page.refusal && page.status === 'submitted' ? <InsetText><p>{page.refusal}.</p></InsetText> : null}
      <SummaryList
        rows={[
          { key: 'What is pinned', value: <>Round {page.round}, sent by {page.submittedBy} of {page.supplier} on {instantInWords(page.submittedAt)}. Fingerprint <Fingerprint hash={page.contentHash} /></> },
          { key: 'Who may not decide', value: `${page.submittedBy}, who sent it; whoever recommended on the standard; anybody of ${page.supplier} or with a declared conflict` },
        ]}
      />
      <NextToDecide page={page} />
      <DecisionsTable page={page} />
      <h2 className="nhsuk-heading-m">The listing</h2>
      <Listing page={page} />
    </Page>
  )
}
