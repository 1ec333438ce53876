import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Page } from '@/components/nhsuk/page'
import { requireActor } from '@/lib/web/session'
import { EvidenceForm } from '../evidence-fields'
import { uploadState } from '../upload-state'

export const metadata: Metadata = { title: 'Add evidence' }

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

export default async function NewEvidencePage({ searchParams }: PageProps<'/supplier/evidence/new'>) {
  await requireActor('supplier_editor', 'supplier_admin')
  const query = await searchParams
  const isForAnswer = textOf(query.criterionId) !== undefined
  return (
    <Page title="Add evidence" breadcrumbs={[{ href: '/supplier', label: 'Your products' }, { href: '/supplier/evidence', label: 'Your evidence' }]}>
      {isForAnswer ? <p>It is shown for the question you came from, and you can use it for others too.</p> : <p>You can use one piece of evidence for several questions and products.</p>}
      <EvidenceForm
        state={uploadState(query, 'item')}
        formKey={randomUUID()}
        submit="Add this evidence"
        releaseId={textOf(query.releaseId)}
        criterionId={textOf(query.criterionId)}
        returnTo={textOf(query.returnTo)}
      />
    </Page>
  )
}
