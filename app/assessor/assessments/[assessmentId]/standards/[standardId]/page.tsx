import { randomUUID } from 'node:crypto'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { assessmentCrumbs } from '@/app/assessor/assessments/[assessmentId]/assessment-crumbs'
import { openedAssessment } from '@/app/assessor/assessments/[assessmentId]/opened'
import { CriterionShown, FindingShown } from '@/components/assessment/criterion-shown'
import { OutcomeTag } from '@/components/assessment/outcome-tag'
import { InsetText, WarningCallout } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { findingNames } from '@/lib/assessment/assessment'
import { workbench, type Workbench, type WorkbenchCriterion } from '@/lib/assessment/queries/workbench'
import { dayInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { CarryForm, ChangeRequestForm, OwnEvidenceForm, RecommendationForm } from './bench-forms'
import { CriteriaNavigation } from './criteria-navigation'
import { FindingsForm } from './findings-form'

export async function generateMetadata({ params }: PageProps<'/assessor/assessments/[assessmentId]/standards/[standardId]'>): Promise<Metadata> {
  const { assessmentId, standardId } = await params
  const bench = await workbench(await requireActor('assessor', 'lead_assessor'), assessmentId, standardId)
  return { title: bench ? `${bench.version.standardName}: ${bench.product} ${bench.release}` : 'Page not found' }
}

function aboutOf(bench: Workbench) {
  return { assessmentId: bench.assessmentId, submissionId: bench.submissionId, standardVersionId: bench.version.id }
}

function toFind(shown: WorkbenchCriterion) {
  const { criterion, finding, earlierFinding } = shown
  return {
    id: criterion.id, code: criterion.code, assessed: criterion.assessed, finding,
    earlier: earlierFinding ? `${findingNames[earlierFinding.outcome].toLowerCase()}. ${earlierFinding.reason}` : null,
    shown: <CriterionShown shown={shown} />,
  }
}

function ReadOnly({ criteria }: { criteria: readonly WorkbenchCriterion[] }) {
  return criteria.map((shown) => (
    <section className="touchstone-criterion gap-x-8 border-0 border-t border-solid border-nhs-grey-4 pt-4 lg:grid lg:grid-cols-2" id={`criterion-${shown.criterion.id}`} key={shown.criterion.id} aria-labelledby={`criterion-${shown.criterion.id}-question`}>
      <div><CriterionShown shown={shown} /></div>
      <div><FindingShown shown={shown} /></div>
    </section>
  ))
}

function Recommendation({ bench, canChange }: { bench: Workbench; canChange: boolean }) {
  const { recommendation, unjudged, possible } = bench
  return (
    <section aria-labelledby="recommendation">
      <h2 className="nhsuk-heading-m" id="recommendation">Recommendation</h2>
      {recommendation ? <p><OutcomeTag outcome={recommendation.outcome} /> by {recommendation.isMine ? 'you' : recommendation.by}: <span className="whitespace-pre-line touchstone-break">{recommendation.reason}</span></p> : null}
      {canChange && unjudged.length > 0 ? <InsetText><p>Make a finding on every criterion first. Still open: {unjudged.join(', ')}.</p></InsetText> : null}
      {canChange && unjudged.length === 0 ? <RecommendationForm about={aboutOf(bench)} possible={possible} recommendation={recommendation} /> : null}
    </section>
  )
}

function OtherWork({ bench }: { bench: Workbench }) {
  const about = aboutOf(bench)
  const options = bench.criteria.map(({ criterion }) => ({ value: criterion.id, label: `${criterion.code} ${criterion.question.slice(0, 80)}` }))
  return (
    <div className="gap-x-8 lg:grid lg:grid-cols-2">
      <section aria-labelledby="changes">
        <h2 className="nhsuk-heading-m" id="changes">Ask the supplier for changes</h2>
        {bench.hasDecisions ? <p>A standard of this submission is already decided, so changes can no longer be asked for.</p> : <ChangeRequestForm about={about} request={bench.changeRequest} />}
      </section>
      <section aria-labelledby="own">
        <h2 className="nhsuk-heading-m" id="own">Evidence of your own</h2>
        <OwnEvidenceForm about={about} criteria={options} formKey={randomUUID()} />
      </section>
    </div>
  )
}

function Decided({ bench }: { bench: Workbench }) {
  const { decision } = bench
  if (!decision) return null
  return (
    <WarningCallout title="This standard is decided">
      <p><OutcomeTag outcome={decision.outcome} />{decision.validUntil ? ` until ${dayInWords(decision.validUntil)}` : ''}, on {dayInWords(decision.decidedOn)} by {decision.by}.</p>
      <p className="whitespace-pre-line touchstone-break">{decision.reason}</p>
    </WarningCallout>
  )
}

function Neighbours({ bench }: { bench: Workbench }) {
  const href = (standardId: string) => `/assessor/assessments/${bench.assessmentId}/standards/${standardId}` as Route
  return (
    <nav aria-label="Standards">
      <ul className="nhsuk-list">
        {bench.previous ? <li><Link href={href(bench.previous.standardId)}>Previous: {bench.previous.name}</Link></li> : null}
        {bench.next ? <li><Link href={href(bench.next.standardId)}>Next: {bench.next.name}</Link></li> : null}
        <li><Link href={`/assessor/assessments/${bench.assessmentId}`}>All standards of this assessment</Link></li>
      </ul>
    </nav>
  )
}

function Criteria({ bench, canChange }: { bench: Workbench; canChange: boolean }) {
  const { criteria, carryable } = bench
  return (
    <>
      {canChange && carryable > 0 ? <CarryForm about={aboutOf(bench)} carryable={carryable} /> : null}
      <div className="gap-x-8 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
        <CriteriaNavigation criteria={criteria} />
        <div>
          <h2 className="nhsuk-heading-m">Criteria</h2>
          {canChange ? <FindingsForm about={aboutOf(bench)} criteria={criteria.map(toFind)} /> : <ReadOnly criteria={criteria} />}
        </div>
      </div>
    </>
  )
}

export default async function WorkbenchPage({ params }: PageProps<'/assessor/assessments/[assessmentId]/standards/[standardId]'>) {
  const actor = await requireActor('assessor', 'lead_assessor')
  const { assessmentId, standardId } = await params
  await openedAssessment(assessmentId)
  const bench = await workbench(actor, assessmentId, standardId)
  if (!bench) notFound()
  const { version, refusal, because, product, release, round } = bench
  const canChange = refusal === null && bench.decision === null
  return (
    <Page title={version.standardName} caption={`${product} ${release}, round ${round}`} breadcrumbs={assessmentCrumbs(bench)} wide>
      <p>Version {version.version}, {version.obligation}. It applies because {because.join(', and because ')}.</p>
      {refusal && bench.decision === null ? <InsetText><p>{refusal}.</p></InsetText> : null}
      <Decided bench={bench} />
      <Criteria bench={bench} canChange={canChange} />
      <Recommendation bench={bench} canChange={canChange} />
      {canChange ? <OtherWork bench={bench} /> : null}
      <Neighbours bench={bench} />
    </Page>
  )
}
