import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SuccessionList } from '@/components/directory/succession-list'
import { InsetText, SummaryList, type SummaryRow } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { describeOrganisation, geographyAsAt, isOpenOn, kindNames, odsAttribution, wales, type Organisation } from '@/lib/directory/directory'
import { organisationPage, type OrganisationPage } from '@/lib/directory/queries'
import { today } from '@/lib/platform/clock'
import { dayInWords, type Day } from '@/lib/platform/day'

const load = cache(organisationPage)

export async function generateMetadata({ params }: PageProps<'/organisations/[odsCode]'>): Promise<Metadata> {
  const page = await load((await params).odsCode)
  return { title: page ? `${page.organisation.name} (${page.organisation.odsCode})` : 'Page not found' }
}

const unknown = 'Not recorded'

function boardRow({ organisation, parent }: OrganisationPage): SummaryRow[] {
  const { kind, region, parentCode } = organisation
  if (kind === 'icb') return []
  const none = region === wales ? 'None: it is in Wales' : unknown
  return [{
    key: `Integrated care board area, as at ${geographyAsAt(organisation)}`,
    value: parent ? <Link href={`/organisations/${parent.odsCode}` as Route}>{parent.name}</Link> : (parentCode ?? none),
  }]
}

function openInWords(organisation: Organisation, day: Day): string {
  if (organisation.openedOn === null) return unknown
  if (isOpenOn(day, organisation)) return 'Yes'
  return day < organisation.openedOn ? 'Not yet' : 'No, it is closed'
}

function rowsOf(page: OrganisationPage, day: Day): SummaryRow[] {
  const { organisation } = page
  const { odsCode, kind, town, postcode, region, openedOn, closedOn, source } = organisation
  return [
    { key: 'ODS code', value: odsCode },
    { key: 'Kind', value: kindNames[kind].one },
    { key: 'Open today', value: openInWords(organisation, day) },
    { key: 'First day', value: openedOn ? dayInWords(openedOn) : unknown },
    { key: 'Last day', value: closedOn ? dayInWords(closedOn) : 'None set' },
    { key: 'Town', value: town ?? unknown },
    { key: 'Postcode', value: postcode ?? unknown },
    { key: `Region, as at ${geographyAsAt(organisation)}`, value: region ?? unknown },
    ...boardRow(page),
    { key: 'Source', value: source },
  ]
}

export default async function OrganisationOfCodePage({ params }: PageProps<'/organisations/[odsCode]'>) {
  const page = await load((await params).odsCode)
  if (!page) notFound()
  const { organisation } = page
  const day = today()
  return (
    <Page title={organisation.name} breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/organisations', label: 'NHS organisations' }]}>
      <p className="nhsuk-lede-text">{describeOrganisation(organisation, day)}.</p>
      {organisation.nameNote ? <InsetText><p>About the name: {organisation.nameNote}</p></InsetText> : null}
      <SummaryList rows={rowsOf(page, day)} />
      <SuccessionList page={page} day={day} />
      <p className="nhsuk-body-s">{odsAttribution}</p>
    </Page>
  )
}
