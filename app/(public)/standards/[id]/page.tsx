import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { InsetText } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { Applicability } from '@/components/standards/applicability'
import { Criteria } from '@/components/standards/criteria'
import { StandardAbout } from '@/components/standards/standard-about'
import { VersionTimeline } from '@/components/standards/version-timeline'
import { standardReach, type Reach } from '@/lib/catalogue/queries/reach'
import { today } from '@/lib/platform/clock'
import { standardPage, standardVersionPage } from '@/lib/standards/queries'
import { stateInWords } from '@/lib/standards/standard-words'

/** A standard, told by the version that counts today. */
const load = cache(async (id: string) => {
  const page = await standardPage(id)
  return page?.current ? standardVersionPage(page.standard.id, page.current.version) : null
})

export async function generateMetadata({ params }: PageProps<'/standards/[id]'>): Promise<Metadata> {
  const page = await load((await params).id)
  return { title: page ? page.standard.name : 'Page not found' }
}

function MeetingLink({ standardId, reach }: { standardId: string; reach: Reach }) {
  return reach.meeting === 0 ? null : <p><Link href={`/products?standard=${standardId}` as Route}>See the products that meet it</Link></p>
}

export default async function StandardOfIdPage({ params }: PageProps<'/standards/[id]'>) {
  const page = await load((await params).id)
  if (!page) notFound()
  const { standard, version, versions, criteria } = page
  const reach = (await standardReach())(standard.id)
  const day = today()
  return (
    <Page title={standard.name} breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/standards', label: 'Standards' }]} wide>
      <p className="nhsuk-lede-text max-w-3xl">{standard.summary}</p>
      <p><strong>{stateInWords(version, day)}:</strong> <Link href={`/standards/${standard.id}/${version.version}` as Route}>{version.title}</Link></p>
      {standard.note ? <div className="max-w-3xl"><InsetText><p>{standard.note}</p></InsetText></div> : null}
      <StandardAbout standard={standard} version={version} />
      <VersionTimeline standardId={standard.id} versions={versions} day={day} />
      <div className="max-w-3xl">
        <Applicability version={version} reach={reach} />
        <MeetingLink standardId={standard.id} reach={reach} />
        <Criteria criteria={criteria} />
      </div>
    </Page>
  )
}
