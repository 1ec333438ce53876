import { randomUUID } from 'node:crypto'
import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { evidenceDays, EvidenceLink } from '@/components/evidence/evidence-link'
import { FreshnessTag } from '@/components/evidence/freshness-tag'
import { InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { freshnessOn } from '@/lib/evidence/evidence'
import { evidenceItem, type EvidenceUse, type Revision } from '@/lib/evidence/queries'
import { today } from '@/lib/platform/clock'
import { instantInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { EvidenceForm, visibilityOptions } from '../evidence-fields'
import { uploadState } from '../upload-state'
import { VisibilityForm } from './visibility-form'

export const metadata: Metadata = { title: 'Evidence' }

function RevisionList({ revision, name }: { revision: Revision; name: string }) {
  return (
    <section>
      <h3 className="nhsuk-heading-s">Revision {revision.number}</h3>
      <SummaryList rows={[
        { key: revision.kind === 'file' ? 'File' : 'Page', value: <EvidenceLink revision={revision} name={name} /> },
        { key: 'Days', value: <>{evidenceDays(revision)} <FreshnessTag freshness={freshnessOn(today(), revision)} /></> },
        { key: 'Received', value: instantInWords(revision.receivedAt) },
        ...(revision.sha256 === null ? [] : [{ key: 'Fingerprint (SHA-256)', value: <code className="touchstone-break">{revision.sha256}</code> }]),
      ]} />
    </section>
  )
}

function Use({ use, latestId }: { use: EvidenceUse; latestId: string | undefined }) {
  const href = `/supplier/releases/${use.releaseId}/standards/${use.standardId}/${use.code}` as Route
  return (
    <li>
      <Link href={href}>{use.productName} {use.releaseLabel}: {use.standardName}, question {use.code}</Link>
      {use.revisionId === latestId ? '' : ' (an earlier revision)'}
    </li>
  )
}

export default async function EvidenceItemPage({ params, searchParams }: PageProps<'/supplier/evidence/[itemId]'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const item = await evidenceItem(actor, (await params).itemId)
  if (!item) notFound()
  const query = await searchParams
  const { id, name, visibility, version, revisions, uses } = item
  return (
    <Page title={name} caption="Evidence" breadcrumbs={[{ href: '/supplier', label: 'Your products' }, { href: '/supplier/evidence', label: 'Your evidence' }]}>
      {query.attached === 'no' ? <InsetText><p>The evidence is kept. It was not added to the answer, because the answer could not be changed.</p></InsetText> : null}
      <h2 className="nhsuk-heading-m">What was received</h2>
      {revisions.map((revision) => <RevisionList key={revision.id} revision={revision} name={name} />)}
      <h2 className="nhsuk-heading-m">Where it is used</h2>
      {uses.length === 0 ? <p>In no answer yet.</p> : <ul className="nhsuk-list nhsuk-list--bullet">{uses.map((use) => <Use key={`${use.releaseId}:${use.standardId}:${use.code}:${use.revisionId}`} use={use} latestId={revisions[0]?.id} />)}</ul>}
      <VisibilityForm itemId={id} version={version} initial={visibility} options={visibilityOptions} />
      <h2 className="nhsuk-heading-m">Add a newer revision</h2>
      <p>Answers go on showing the revision they show now, until you select the newer one in them.</p>
      <EvidenceForm state={uploadState(query, 'revision')} formKey={randomUUID()} itemId={id} submit="Add this revision" />
    </Page>
  )
}
