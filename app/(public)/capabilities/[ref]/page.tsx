import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { counted, joined, thousands } from '@/lib/catalogue/counted'
import { capabilityReach, type Reach } from '@/lib/catalogue/queries/reach'
import { capabilitySource } from '@/lib/registry/capability-content'
import { capabilities, type Capability } from '@/lib/registry/queries'
import { standardList, type StandardSummary } from '@/lib/standards/queries'
import { looksAtCapability } from '@/lib/standards/standard-words'

/** The reference may be in small letters. */
const load = cache(async (ref: string) => (await capabilities()).find((capability) => capability.ref === ref.toUpperCase()) ?? null)

export async function generateMetadata({ params }: PageProps<'/capabilities/[ref]'>): Promise<Metadata> {
  const capability = await load((await params).ref)
  return { title: capability ? `${capability.name} (${capability.ref})` : 'Page not found' }
}

/** As the Buying Catalogue names them; a framework that it does not name is shown by its identifier. */
const frameworkNames: Record<string, string> = { NHSDGP001: 'GP IT Futures', DFOCVC001: 'DFOCVC', TIF001: 'Tech Innovation' }

function Products({ capability: { ref }, reach: { products, meeting } }: { capability: Capability; reach: Reach }) {
  if (products === 0) return <InsetText><p>No product on the register offers it yet.</p></InsetText>
  return (
    <ul className="nhsuk-list">
      <li><Link href={`/products?capability=${ref}` as Route}>{counted(products, 'product')} on the register</Link> {products === 1 ? 'offers' : 'offer'} it</li>
      <li>{meeting === 0 ? 'None of them meets the standards today' : <><Link href={`/products?capability=${ref}&compliant=yes` as Route}>{thousands(meeting)} of them</Link> {meeting === 1 ? 'meets' : 'meet'} the standards today</>}</li>
    </ul>
  )
}

function epicsInWords({ mustEpics, shouldEpics, mayEpics }: Capability): string {
  const parts = [[mustEpics, 'must do'], [shouldEpics, 'should do'], [mayEpics, 'may do']] as const
  const named = parts.filter(([count]) => count > 0).map(([count, verb]) => `${counted(count, 'thing')} it ${verb}`)
  return named.length === 0 ? 'None listed' : joined(named)
}

function About({ capability }: { capability: Capability }) {
  const { ref, category, version, status, frameworks } = capability
  return (
    <SummaryList
      rows={[
        { key: 'Reference', value: ref },
        { key: 'Group', value: category },
        { key: 'Version', value: version },
        { key: 'State', value: status === 'Effective' ? 'In use' : 'No longer used' },
        { key: 'What the national list asks', value: epicsInWords(capability) },
        { key: 'Frameworks that list it', value: frameworks.length === 0 ? 'None' : frameworks.map((id) => frameworkNames[id] ?? id).join(', ') },
        { key: 'Source', value: <a href={capabilitySource.address} rel="external noreferrer">Buying Catalogue of the NHS</a> },
      ]}
    />
  )
}

function Standards({ standards }: { standards: StandardSummary[] }) {
  if (standards.length === 0) return null
  return (
    <section aria-labelledby="standards">
      <h2 className="nhsuk-heading-m" id="standards">Standards that come with it</h2>
      <p>A product that offers this capability is held to these as well:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">{standards.map(({ id, name }) => <li key={id}><Link href={`/standards/${id}` as Route}>{name}</Link></li>)}</ul>
    </section>
  )
}

export default async function CapabilityPage({ params }: PageProps<'/capabilities/[ref]'>) {
  const capability = await load((await params).ref)
  if (!capability) notFound()
  const [reachOf, standards] = await Promise.all([capabilityReach(), standardList()])
  return (
    <Page title={capability.name} caption={`Capability ${capability.ref}`} breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/capabilities', label: 'Capabilities' }]}>
      <Products capability={capability} reach={reachOf(capability.ref)} />
      <About capability={capability} />
      <Standards standards={standards.filter(({ current }) => current !== null && looksAtCapability(current, capability.ref))} />
    </Page>
  )
}
