import type { Metadata } from 'next'
import Link from 'next/link'
import { decisionCrumbs } from '@/app/assessor/assessments/[assessmentId]/assessment-crumbs'
import { loadAssessment, openedAssessment } from '@/app/assessor/assessments/[assessmentId]/opened'
import { OutcomeTag } from '@/components/assessment/outcome-tag'
import { InsetText, SummaryList, WarningCallout } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import type { OpenAssessment } from '@/lib/assessment/queries/assessment-page'
import { dayInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { ListingForm } from '../decision-forms'

export async function generateMetadata({ params }: PageProps<'/assessor/assessments/[assessmentId]/decide/listing'>): Promise<Metadata> {
  const page = await loadAssessment((await params).assessmentId)
  return { title: page ? `Decide the listing of ${page.product} ${page.release}` : 'Page not found' }
}

function Unmet({ page }: { page: OpenAssessment }) {
  const unmet = page.standards.filter(({ decision, obligation }) => decision?.outcome === 'not_met' && obligation !== 'recommended')
  if (unmet.length === 0) return null
  return (
    <WarningCallout title="It does not meet the standards">
      <p>Decided not met: {unmet.map(({ name }) => name).join(', ')}. If you list it, the register shows from the first day that it does not meet the standards.</p>
    </WarningCallout>
  )
}

export default async function DecideListingPage({ params }: PageProps<'/assessor/assessments/[assessmentId]/decide/listing'>) {
  await requireActor('lead_assessor')
  const page = await openedAssessment((await params).assessmentId)
  const { assessmentId, submissionId, version, contentHash, product, release, listingRefusal } = page
  return (
    <Page
      title="Decide the listing"
      caption={`${product} ${release}`}
      breadcrumbs={decisionCrumbs(page)}
    >
      {listingRefusal ? <InsetText><p>{listingRefusal}. <Link href={`/assessor/assessments/${assessmentId}/decide`}>Back to the decisions</Link></p></InsetText> : null}
      <Unmet page={page} />
      <SummaryList rows={page.standards.map(({ name, decision }) => (
        { key: name, value: decision ? <><OutcomeTag outcome={decision.outcome} />{decision.validUntil ? ` until ${dayInWords(decision.validUntil)}` : ''}</> : 'Not decided' }
      ))} />
      {listingRefusal === null ? <ListingForm pinned={{ assessmentId, submissionId, version, contentHash }} /> : null}
    </Page>
  )
}
