import { randomUUID } from 'node:crypto'
import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '@/components/nhsuk/page'
import { productForSupplier } from '@/lib/registry/queries'
import { requireActor } from '@/lib/web/session'
import { ReleaseForm } from './release-form'

export const metadata: Metadata = { title: 'Add a release' }

export default async function NewReleasePage({ params }: PageProps<'/supplier/products/[productId]/releases/new'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const product = await productForSupplier(actor, (await params).productId)
  if (!product) notFound()
  return (
    <Page title="Add a release" caption={product.name} breadcrumbs={[{ href: '/supplier', label: 'Your products' }, { href: `/supplier/products/${product.id}` as Route, label: product.name }]}>
      <p>What is judged is always one release. A new one starts without answers; the evidence you have added before can be used again.</p>
      <ReleaseForm productId={product.id} formKey={randomUUID()} />
    </Page>
  )
}
