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
import { today } from '@/lib/platform/clock'
import { standardVersionPage } from '@/lib/standards/queries'
import { stateInWords } from '@/lib/standards/standard-words'

const load = cache(standardVersionPage)

export async function generateMetadata({ params }: PageProps<'/standards/[id]/[version]'>): Promise<Metadata> {
  const { id, version } = await params
  const page = await load(id, version)
  return { title: page ? `${page.standard.name}, version ${page.version.version}` : 'Page not found' }
}

export default async function StandardVersionPage({ params }: PageProps<'/standards/[id]/[version]'>) {
  const { id, version: asked } = await params
  const page = await load(id, asked)
  if (!page) notFound()
  const { standard, version, current, criteria } = page
  const day = today()
  const crumbs = [{ href: '/' as Route, label: 'Home' }, { href: '/standards' as Route, label: 'Standards' }, { href: `/standards/${standard.id}` as Route, label: standard.name }]
  return (
    <Page title={version.title} caption={standard.name} breadcrumbs={crumbs} wide>
      <p><strong>Today:</strong> {stateInWords(version, day)}</p>
      {current && current.id !== version.id ? (
        <InsetText><p>Products are held to another version today: <Link href={`/standards/${standard.id}/${current.version}` as Route}>{current.title}</Link>.</p></InsetText>
      ) : null}
      <StandardAbout standard={standard} version={version} />
      <VersionTimeline standardId={standard.id} versions={[version]} day={day} />
      <div className="max-w-3xl">
        <Applicability version={version} reach={null} />
        <Criteria criteria={criteria} />
        <section aria-labelledby="fingerprint">
          <h2 className="nhsuk-heading-m" id="fingerprint">Fingerprint</h2>
          <p>A published version never changes; a change is a new version. This is the SHA-256 fingerprint of all that this version says:</p>
          <p className="touchstone-break"><code>{version.contentHash}</code></p>
        </section>
      </div>
    </Page>
  )
}
