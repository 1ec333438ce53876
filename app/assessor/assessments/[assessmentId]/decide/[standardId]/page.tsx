import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { decisionCrumbs } from '@/app/assessor/assessments/[assessmentId]/assessment-crumbs'
import { openedAssessment } from '@/app/assessor/assessments/[assessmentId]/opened'
import { Cell, TableHead } from '@/components/assessment/cell'
import { Fingerprint } from '@/components/assessment/fingerprint'
import { FindingTag, OutcomeTag } from '@/components/assessment/outcome-tag'
import { EvidenceLink } from '@/components/evidence/evidence-link'
import { InsetText, SummaryList, Tag } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { methodNames, outcomeNames, registerSentence } from '@/lib/assessment/assessment'
import { workbench, type Workbench, type WorkbenchCriterion } from '@/lib/assessment/queries/workbench'
import type { DecisionOutcome } from '@/lib/assessment/standing'
import { today } from '@/lib/platform/clock'
import { dayInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { DecisionForm } from '../decision-forms'

export async function generateMetadata({ params }: PageProps<'/assessor/assessments/[assessmentId]/decide/[standardId]'>): Promise<Metadata> {
  const { assessmentId, standardId } = await params
  const bench = await workbench(await requireActor('lead_assessor'), assessmentId, standardId)
  return { title: bench ? `Decide ${bench.version.standardName} for ${bench.product} ${bench.release}` : 'Page not found' }
}

const headings = ['Criterion', 'Answer and evidence', 'Finding', 'Reason'] as const

function Evidence({ shown }: { shown: WorkbenchCriterion }) {
  return (
    <>
      <span className="touchstone-break">{shown.answer ?? 'Not answered'}</span>
      {shown.evidence.map((one) => <span className="block" key={one.revisionId}><EvidenceLink revision={{ ...one, id: one.revisionId }} name={one.name} /> {one.hasEnded ? <Tag colour="red">Has ended</Tag> : null}<br /><Fingerprint hash={one.sha256} /></span>)}
      {shown.records.length > 0 ? <span className="block">Evidence of the assessors: {shown.records.length}</span> : null}
    </>
  )
}

function FindingsTable({ criteria }: { criteria: readonly WorkbenchCriterion[] }) {
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className="nhsuk-table__caption">Findings</caption>
      <TableHead headings={headings} />
      <tbody className="nhsuk-table__body">
        {criteria.filter(({ criterion }) => criterion.assessed).map((shown) => (
          <tr role="row" className="nhsuk-table__row" key={shown.criterion.id}>
            <Cell heading="Criterion">{shown.criterion.code} {shown.criterion.question} <span className="nhsuk-body-s">({shown.criterion.obligation})</span></Cell>
            <Cell heading="Answer and evidence"><Evidence shown={shown} /></Cell>
            <Cell heading="Finding">{shown.finding ? <FindingTag outcome={shown.finding.outcome} /> : 'None'}</Cell>
            <Cell heading="Reason">{shown.finding ? <><span className="touchstone-break whitespace-pre-line">{shown.finding.reason}</span><br /><span className="nhsuk-body-s">{methodNames[shown.finding.method]}, {shown.finding.by}</span></> : ''}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Recommendation({ bench }: { bench: Workbench }) {
  const { recommendation } = bench
  if (!recommendation) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Recommendation</h2>
      <p><OutcomeTag outcome={recommendation.outcome} /> by {recommendation.isMine ? 'you' : recommendation.by}</p>
      <p className="touchstone-break whitespace-pre-line">{recommendation.reason}</p>
    </>
  )
}

function sentenceFor(bench: Workbench, outcome: DecisionOutcome): string {
  const { product, release, version, suggestedUntil } = bench
  return registerSentence({ product, release, standard: version.standardName, version: version.version, outcome, validUntil: suggestedUntil })
}

function Deciding({ bench }: { bench: Workbench }) {
  const { assessmentId, submissionId, version, contentHash, seen, recommendation, possible, suggestedUntil, barred } = bench
  const hasEnded = suggestedUntil < today()
  if (!recommendation) return null
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What is pinned', value: <>Version {version.version} of the standard, <Fingerprint hash={version.contentHash} />, and round {bench.round} of the submission, <Fingerprint hash={contentHash} /></> },
          { key: 'Who may not decide', value: <ul className="nhsuk-list nhsuk-u-margin-bottom-0">{barred.map(({ name, why }) => <li key={`${name} ${why}`}>{name}, who {why}</li>)}</ul> },
        ]}
      />
      <h2 className="nhsuk-heading-m">What the register will say</h2>
      <p>Once the listing is decided, with the last day that you enter:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">{possible.map((outcome) => <li key={outcome}>{outcomeNames[outcome]}: “{sentenceFor(bench, outcome)}”</li>)}</ul>
      <DecisionForm
        pinned={{ assessmentId, submissionId, standardVersionId: version.id, contentHash, seen }}
        recommended={outcomeNames[recommendation.outcome].toLowerCase()}
        reason={recommendation.reason}
        outcomes={possible.map((value) => ({ value, label: outcomeNames[value] }))}
        suggestedUntil={hasEnded ? '' : suggestedUntil}
        untilHint={hasEnded ? `The evidence held until ${dayInWords(suggestedUntil)}. Look at it again before you accept.` : `The evidence holds until ${dayInWords(suggestedUntil)}.`}
      />
    </>
  )
}

export default async function DecideStandardPage({ params }: PageProps<'/assessor/assessments/[assessmentId]/decide/[standardId]'>) {
  const actor = await requireActor('lead_assessor')
  const { assessmentId, standardId } = await params
  await openedAssessment(assessmentId)
  const bench = await workbench(actor, assessmentId, standardId)
  if (!bench) notFound()
  const { version, product, release, decideRefusal, unjudged } = bench
  return (
    <Page
      title={`Decide ${version.standardName}`}
      caption={`${product} ${release}`}
      breadcrumbs={decisionCrumbs(bench)}
      wide
    >
      {decideRefusal ? <InsetText><p>{decideRefusal}.</p></InsetText> : null}
      <Recommendation bench={bench} />
      {unjudged.length > 0 ? <InsetText><p>Without a finding: {unjudged.join(', ')}.</p></InsetText> : null}
      <FindingsTable criteria={bench.criteria} />
      <p><Link href={`/assessor/assessments/${assessmentId}/standards/${version.standardId}` as Route}>Read every answer on the workbench</Link></p>
      {decideRefusal === null ? <Deciding bench={bench} /> : null}
    </Page>
  )
}
