import type { Metadata } from 'next'
import Link from 'next/link'
import { randomUUID } from 'node:crypto'
import { EmptyState, InsetText } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { joined } from '@/lib/catalogue/counted'
import { productsToAdd } from '@/lib/procurement/queries'
import { mostAdded } from '@/lib/procurement/schema'
import { requireActor } from '@/lib/web/session'
import { AddForm } from './add-form'

export const metadata: Metadata = { title: 'Add to your shortlist' }

export default async function AddToShortlistPage({ searchParams }: PageProps<'/buyer/shortlist/add'>) {
  const actor = await requireActor('buyer')
  const { product } = await searchParams
  const found = await productsToAdd(actor, [product ?? []].flat().slice(0, mostAdded))
  const there = found.filter(({ isThere }) => isThere)
  const fresh = found.filter(({ isThere }) => !isThere)
  return (
    <Page title="Add to your shortlist" breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/buyer/shortlist', label: 'Your shortlist' }]}>
      {there.length > 0 ? <InsetText><p>{joined(there.map(({ name }) => name))} {there.length === 1 ? 'is' : 'are'} on your shortlist already.</p></InsetText> : null}
      {fresh.length > 0 ? <AddForm products={fresh.map(({ slug, name, supplierName }) => ({ slug, label: `${name} by ${supplierName}` }))} formKey={randomUUID()} /> : (
        <EmptyState title="There is nothing to add">
          <p><Link href="/products">Find products</Link>, choose some, then select “Add chosen products to your shortlist”.</p>
        </EmptyState>
      )}
    </Page>
  )
}
