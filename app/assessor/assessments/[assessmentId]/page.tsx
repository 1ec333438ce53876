import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReleaseFactsList } from '@/components/catalogue/release-facts'
import { Fingerprint } from '@/components/assessment/fingerprint'
import { AssessmentStatusTag } from '@/components/assessment/outcome-tag'
import { Details, InsetText, SummaryList, WarningCallout } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import type { AssessmentHead, OpenAssessment } from '@/lib/assessment/queries/assessment-page'
import { instantInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { SendRequestsForm, TakeForm } from './assessment-forms'
import { DeclarationForm } from './declaration-form'
import { loadAssessment } from './opened'
import { StandardsTable } from './standards-table'

export async function generateMetadata({ params }: PageProps<'/assessor/assessments/[assessmentId]'>): Promise<Metadata> {
  const page = await loadAssessment((await params).assessmentId)
  return { title: page ? `${page.product} ${page.release}: ${page.declared ? 'assessment' : 'declare your interests'}` : 'Page not found' }
}

const queue = [{ href: '/assessor/queue', label: 'Assessment queue' }] as const

function Declaration({ head }: { head: AssessmentHead }) {
  return (
    <Page title="Declare your interests" caption={`${head.product} ${head.release}`} breadcrumbs={queue}>
      <p>Before you open this assessment, say whether anything stands between you and a fair judgement of <strong>{head.product}</strong> by <strong>{head.supplier}</strong>.</p>
      <p>A conflict is, for example, work for the supplier or a competitor, shares, family or friends there, or a part in making or buying the product.</p>
      <DeclarationForm assessmentId={head.assessmentId} />
    </Page>
  )
}

function Summary({ page }: { page: OpenAssessment }) {
  return (
    <SummaryList
      rows={[
        { key: 'Supplier', value: page.supplier },
        { key: 'State', value: <><AssessmentStatusTag status={page.status} /> {page.status === 'submitted' ? `Waiting ${page.waitingDays === 1 ? '1 working day' : `${page.waitingDays} working days`}` : ''}</> },
        { key: 'Round', value: `${page.round}, sent by ${page.submittedBy} on ${instantInWords(page.submittedAt)}` },
        { key: 'Taken by', value: page.assignee ?? 'Nobody' },
        { key: 'Fingerprint of what was sent', value: <Fingerprint hash={page.contentHash} /> },
      ]}
    />
  )
}

function Requests({ page }: { page: OpenAssessment }) {
  if (page.draftRequests === 0 || !page.mayRequestChanges) return null
  return (
    <section aria-labelledby="requests">
      <h2 className="nhsuk-heading-m" id="requests">Requests for changes, not sent yet</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {page.standards.filter(({ changeRequest }) => changeRequest !== null).map(({ standardId, name, changeRequest }) => <li key={standardId}><strong>{name}:</strong> <span className="whitespace-pre-line">{changeRequest}</span></li>)}
      </ul>
      <p>Sending gives the whole submission back to the supplier. They can change only these standards, and it returns as round {page.round + 1}.</p>
      <SendRequestsForm assessmentId={page.assessmentId} version={page.version} requests={page.draftRequests} />
    </section>
  )
}

function Stated({ page }: { page: OpenAssessment }) {
  return (
    <>
      <Details summary="What the supplier states about this release">
        <ReleaseFactsList facts={page.facts} />
        <p><strong>Capabilities claimed:</strong> {page.capabilities.length === 0 ? 'none' : page.capabilities.map(({ name, ref }) => `${name} (${ref})`).join(', ')}</p>
      </Details>
      {page.rounds.length > 1 ? (
        <Details summary="Earlier rounds">
          <ul className="nhsuk-list">{page.rounds.map(({ round, submittedAt, contentHash }) => <li key={round}>Round {round}, {instantInWords(submittedAt)}: <Fingerprint hash={contentHash} /></li>)}</ul>
        </Details>
      ) : null}
    </>
  )
}

function Listing({ page }: { page: OpenAssessment }) {
  if (!page.listing) return null
  const { outcome, reason, by } = page.listing
  return <WarningCallout title={outcome === 'listed' ? 'On the register' : 'Not listed'}><p className="whitespace-pre-line">{reason}</p><p>Decided by {by}.</p></WarningCallout>
}

export default async function AssessmentPage({ params }: PageProps<'/assessor/assessments/[assessmentId]'>) {
  const actor = await requireActor('assessor', 'lead_assessor')
  const page = await loadAssessment((await params).assessmentId)
  if (!page) notFound()
  if (!page.declared) return <Declaration head={page} />
  return (
    <Page title={`${page.product} ${page.release}`} caption="Assessment" breadcrumbs={queue} wide>
      <Listing page={page} />
      {page.refusal && page.status === 'submitted' ? <InsetText><p>{page.refusal}.</p></InsetText> : null}
      <Summary page={page} />
      {page.mayTake ? <TakeForm assessmentId={page.assessmentId} version={page.version} isTakeover={page.assignee !== null} /> : null}
      <Requests page={page} />
      <StandardsTable page={page} />
      {actor.role === 'lead_assessor' ? <p><Link className="nhsuk-button nhsuk-button--secondary" href={`/assessor/assessments/${page.assessmentId}/decide` as Route}>Go to the decisions</Link></p> : null}
      <Stated page={page} />
    </Page>
  )
}
