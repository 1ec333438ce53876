import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '@/components/nhsuk/page'
import { ownSupplier } from '@/lib/registry/queries'
import { requireActor } from '@/lib/web/session'
import { DetailsForm } from './details-form'

export const metadata: Metadata = { title: 'Details of your organisation' }

export default async function SupplierDetailsPage() {
  const supplier = await ownSupplier(await requireActor('supplier_admin'))
  if (!supplier) notFound()
  const { version, name, companiesHouseNumber, address, website, contactEmail, description } = supplier
  return (
    <Page title="Details of your organisation" breadcrumbs={[{ href: '/supplier', label: 'Your products' }]}>
      <p>The register shows these details to everybody.</p>
      <DetailsForm version={version} initial={{ name, companiesHouseNumber: companiesHouseNumber ?? '', address, website: website ?? '', contactEmail, description }} />
    </Page>
  )
}
