import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { describeOrganisation, geographyAsAt, odsAttribution } from '@/lib/directory/directory'
import { organisationPage, type ChainLink, type OrganisationPage } from '@/lib/directory/queries'
import { relationWords } from '@/lib/directory/succession'
import { today } from '@/lib/platform/clock'
import { dayInWords } from '@/lib/platform/day'

const load = cache(organisationPage)

export async function generateMetadata({ params }: PageProps<'/organisations/[odsCode]'>): Promise<Metadata> {
  const page = await load((await params).odsCode)
  return { title: page ? `${page.organisation.name} (${page.organisation.odsCode})` : 'Page not found' }
}

function lifeInWords({ openedOn, closedOn }: ChainLink['organisation']): string {
  if (closedOn) return ` (last day ${dayInWords(closedOn)})`
  return openedOn ? ` (opened on ${dayInWords(openedOn)})` : ''
}

function Step({ link, backwards }: { link: ChainLink; backwards: boolean }) {
  const { organisation, relation, fromCode } = link
  return (
    <li>
      {backwards ? '' : `${relationWords[relation]} `}
      <Link href={`/organisations/${organisation.odsCode}` as Route}>{organisation.name}</Link>{lifeInWords(organisation)}
      {backwards ? `: ${relationWords[relation].toLowerCase()} ${fromCode}` : ''}
    </li>
  )
}

/** One list inside another for each step of time, so that the chain reads as it ran. */
function Chain({ steps, backwards }: { steps: ChainLink[][]; backwards: boolean }) {
  const [first, ...rest] = steps
  if (!first) return null
  return (
    <ol className="nhsuk-list nhsuk-list--bullet">
      {first.map((link) => <Step key={`${link.organisation.odsCode} ${link.fromCode}`} link={link} backwards={backwards} />)}
      {rest.length > 0 ? <li className="list-none">Then<Chain steps={rest} backwards={backwards} /></li> : null}
    </ol>
  )
}

function Successions({ page }: { page: OrganisationPage }) {
  const { successors, predecessors } = page
  return (
    <>
      {successors.length > 0 ? <section aria-labelledby="after"><h2 className="nhsuk-heading-m" id="after">What came after it</h2><Chain steps={successors} backwards={false} /></section> : null}
      {predecessors.length > 0 ? <section aria-labelledby="before"><h2 className="nhsuk-heading-m" id="before">What was there before</h2><Chain steps={predecessors} backwards /></section> : null}
    </>
  )
}

function Facts({ page: { organisation, parent } }: { page: OrganisationPage }) {
  const { odsCode, town, postcode, region, openedOn, closedOn, source } = organisation
  const asAt = geographyAsAt(organisation)
  return (
    <SummaryList
      rows={[
        { key: 'ODS code', value: odsCode },
        { key: 'Opened', value: openedOn ? dayInWords(openedOn) : 'The source gives no day' },
        ...(closedOn ? [{ key: 'Last day', value: dayInWords(closedOn) }] : []),
        ...(town ?? postcode ? [{ key: 'Place', value: [town, postcode].filter(Boolean).join(', ') }] : []),
        ...(region ? [{ key: 'Region', value: `${region} (as of ${asAt})` }] : []),
        ...(parent ? [{ key: 'Integrated care board of its area', value: <><Link href={`/organisations/${parent.odsCode}` as Route}>{parent.name}</Link> (as of {asAt})</> }] : []),
        { key: 'Source', value: <span className="touchstone-break">{source}</span> },
      ]}
    />
  )
}

export default async function OrganisationPageView({ params }: PageProps<'/organisations/[odsCode]'>) {
  const page = await load((await params).odsCode)
  if (!page) notFound()
  const { organisation } = page
  return (
    <Page title={organisation.name} caption="NHS organisation" breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/organisations', label: 'NHS organisations' }]}>
      <p className="nhsuk-lede-text">{describeOrganisation(organisation, today())}.</p>
      {organisation.nameNote ? <InsetText><p>{organisation.nameNote}</p></InsetText> : null}
      <Facts page={page} />
      <Successions page={page} />
      <p>It has not published anything on the register yet.</p>
      <p className="nhsuk-body-s">{odsAttribution}</p>
    </Page>
  )
}
