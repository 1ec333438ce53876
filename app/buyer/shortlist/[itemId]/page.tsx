import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '@/components/nhsuk/page'
import { shortlistItem } from '@/lib/procurement/queries'
import { requireActor } from '@/lib/web/session'
import { NoteForm, RemoveForm } from './item-forms'

export const metadata: Metadata = { title: 'A product on your shortlist' }

export default async function ShortlistItemPage({ params }: PageProps<'/buyer/shortlist/[itemId]'>) {
  const actor = await requireActor('buyer')
  const item = await shortlistItem(actor, (await params).itemId)
  if (!item) notFound()
  const { id, version, note, product } = item
  return (
    <Page title={product.name} caption="On your shortlist" breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/buyer/shortlist', label: 'Your shortlist' }]}>
      <NoteForm itemId={id} version={version} note={note} />
      <h2 className="nhsuk-heading-m">Remove it</h2>
      <p>The product leaves your shortlist, and its note is deleted.</p>
      <RemoveForm itemId={id} version={version} />
    </Page>
  )
}
