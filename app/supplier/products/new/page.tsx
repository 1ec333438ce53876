import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Page } from '@/components/nhsuk/page'
import { requireActor } from '@/lib/web/session'
import { ProductForm } from './product-form'

export const metadata: Metadata = { title: 'Add a product' }

export default async function NewProductPage() {
  await requireActor('supplier_editor', 'supplier_admin')
  return (
    <Page title="Add a product" breadcrumbs={[{ href: '/supplier', label: 'Your products' }]}>
      <p>Nobody outside your organisation sees the product until you submit it.</p>
      <ProductForm formKey={randomUUID()} />
    </Page>
  )
}
