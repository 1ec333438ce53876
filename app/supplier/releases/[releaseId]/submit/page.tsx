import { randomUUID } from 'node:crypto'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { questionsLeft } from '@/app/supplier/releases/[releaseId]/next-step'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { EmptyState, InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { taskList, type TaskList } from '@/lib/assessment/queries/supplier-tasks'
import { requireActor } from '@/lib/web/session'
import { SubmitForm } from './submit-form'

export const metadata: Metadata = { title: 'Check and submit' }

function WhatIsSent({ list }: { list: TaskList }) {
  const base = `/supplier/releases/${list.release.id}` as const
  const included = list.standards.filter(({ isIncluded }) => isIncluded)
  return (
    <>
      <h2 className="nhsuk-heading-m">What is sent</h2>
      <SummaryList rows={[
        { key: 'Facts', value: 'Stated', action: { href: `${base}/facts` as Route, label: 'Check', of: 'the facts' } },
        { key: 'Capabilities', value: list.release.capabilities === 0 ? 'None claimed' : `${list.release.capabilities} claimed`, action: { href: `${base}/capabilities` as Route, label: 'Check', of: 'the capabilities' } },
        ...included.map((task) => (
          { key: task.name, value: questionsLeft(task), action: { href: `${base}/standards/${task.standardId}` as Route, label: 'Check', of: `the answers to ${task.name}` } }
        )),
      ]} />
    </>
  )
}

function Missing({ missing }: { missing: readonly string[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What is missing</h2>
      <p>Before you can submit, do {missing.length === 1 ? 'this' : `these ${missing.length} things`}:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">{missing.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </>
  )
}

export default async function SubmitReleasePage({ params }: PageProps<'/supplier/releases/[releaseId]/submit'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const list = await taskList(actor, (await params).releaseId)
  if (!list) notFound()
  const { release, product, status, missing, canSubmit } = list
  const isWithAssessors = status === 'submitted'
  return (
    <Page title="Check and submit" caption={`${product.name} ${release.label}`} breadcrumbs={releaseCrumbs(list)}>
      {isWithAssessors ? <EmptyState title="This release is with the assessors"><p>There is nothing to submit until they answer.</p></EmptyState> : null}
      {missing.length > 0 ? <Missing missing={missing} /> : null}
      {release.hasFacts && !isWithAssessors ? <WhatIsSent list={list} /> : null}
      {canSubmit ? (
        <>
          <InsetText><p>Submitting freezes your answers. An assessor judges exactly what you send, and a different person decides. You can withdraw until somebody has decided.</p></InsetText>
          <SubmitForm releaseId={release.id} formKey={randomUUID()} />
        </>
      ) : null}
      <p><Link href={`/supplier/releases/${release.id}`}>Back to what is left to do</Link></p>
    </Page>
  )
}
