import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '@/components/nhsuk/page'
import { productForSupplier } from '@/lib/registry/queries'
import { poundsFromPence, priceUnits } from '@/lib/registry/registry'
import { requireActor } from '@/lib/web/session'
import { DetailsForm } from './details-form'

export const metadata: Metadata = { title: 'Describe your product' }

const units = [{ value: '', label: 'No price stated' }, ...Object.entries(priceUnits).map(([value, label]) => ({ value, label }))]

export default async function ProductDetailsPage({ params }: PageProps<'/supplier/products/[productId]/details'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const product = await productForSupplier(actor, (await params).productId)
  if (!product) notFound()
  const { id, version, name, summary, description, features, website, pricePence, priceUnit } = product
  const initial = { name, summary, description, features: features.join('\n'), website: website ?? '', price: poundsFromPence(pricePence), priceUnit: priceUnit ?? '' }
  return (
    <Page title="Describe your product" caption={name} breadcrumbs={[{ href: '/supplier', label: 'Your products' }, { href: `/supplier/products/${id}` as Route, label: name }]}>
      <p>Buyers see this when the product is listed. Once it is, what you change here shows on the register at once.</p>
      <DetailsForm productId={id} version={version} initial={initial} units={units} />
    </Page>
  )
}
