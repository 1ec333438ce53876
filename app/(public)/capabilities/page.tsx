import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { EmptyState, Tag } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import { counted, thousands } from '@/lib/catalogue/counted'
import { capabilityReach, type Reach } from '@/lib/catalogue/queries/reach'
import { capabilitySource } from '@/lib/registry/capability-content'
import { capabilities, type Capability } from '@/lib/registry/queries'

export const metadata: Metadata = { title: 'Capabilities' }

const columns = ['Capability', 'Products that offer it', 'Of those, meet the standards today'] as const

function CountLink({ count, href, of }: { count: number; href: Route; of: string }) {
  if (count === 0) return <>0</>
  return <Link href={href}>{thousands(count)}<span className="nhsuk-u-visually-hidden"> {count === 1 ? 'product' : 'products'} {of}</span></Link>
}

function rowOf({ ref, name, status }: Capability, { products, meeting }: Reach) {
  return {
    key: ref,
    cells: [
      <>
        <Link href={`/capabilities/${ref}` as Route}>{name}</Link> ({ref}){status === 'Expired' ? <> <Tag colour="grey">No longer used</Tag></> : null}
      </>,
      <CountLink key="products" count={products} href={`/products?capability=${ref}` as Route} of={`with ${name}`} />,
      <CountLink key="meeting" count={meeting} href={`/products?capability=${ref}&compliant=yes` as Route} of={`with ${name} that meet the standards`} />,
    ],
  }
}

export default async function CapabilitiesPage() {
  const [list, reachOf] = await Promise.all([capabilities(), capabilityReach()])
  const categories = [...Map.groupBy(list, ({ category }) => category)].sort(([one], [other]) => one.localeCompare(other, 'en'))
  return (
    <Page title="Capabilities" breadcrumbs={[{ href: '/', label: 'Home' }]} wide>
      <p className="nhsuk-lede-text max-w-3xl">A capability is one job that a system can do, such as prescribing or booking.</p>
      <p className="max-w-3xl">Each supplier says which of these jobs its product does. The register does not test that; it tests the <Link href="/standards">standards</Link>.</p>
      {list.length === 0 ? <EmptyState title="No capability is loaded yet"><p>The list comes with the reference data of the register.</p></EmptyState> : (
        <p>{counted(list.length, 'capability', 'capabilities')} of the national list for GP practices, in {counted(categories.length, 'group')}.</p>
      )}
      {categories.map(([category, rows]) => <ResponsiveTable key={category} caption={category} columns={columns} rows={rows.map((row) => rowOf(row, reachOf(row.ref)))} />)}
      <p className="nhsuk-body-s">Names and references are from the <a href={capabilitySource.address} rel="external noreferrer">Buying Catalogue of the NHS</a>, {capabilitySource.licence} licence.</p>
    </Page>
  )
}
