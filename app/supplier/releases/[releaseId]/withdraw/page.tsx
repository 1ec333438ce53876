import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { EmptyState } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { taskList } from '@/lib/assessment/queries/supplier-tasks'
import { requireActor } from '@/lib/web/session'
import { WithdrawForm } from './withdraw-form'

export const metadata: Metadata = { title: 'Withdraw' }

export default async function WithdrawPage({ params }: PageProps<'/supplier/releases/[releaseId]/withdraw'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const list = await taskList(actor, (await params).releaseId)
  if (!list) notFound()
  const { release, product, canWithdraw, assessmentId, assessmentVersion } = list
  return (
    <Page title={`Withdraw ${product.name} ${release.label}`} breadcrumbs={releaseCrumbs(list)}>
      {canWithdraw && assessmentId !== undefined && assessmentVersion !== undefined ? (
        <>
          <p>The assessors stop their work on this release. Your answers and evidence stay, and you can change and submit them again later.</p>
          <p>Once an assessor has decided on a standard, you can no longer withdraw.</p>
          <WithdrawForm releaseId={release.id} assessmentId={assessmentId} version={assessmentVersion} />
        </>
      ) : <EmptyState title="There is nothing to withdraw"><p>This release is not with the assessors.</p></EmptyState>}
      <p><Link href={`/supplier/releases/${release.id}`}>Back to what is left to do</Link></p>
    </Page>
  )
}
