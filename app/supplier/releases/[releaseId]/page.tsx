import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReleaseStatusTag } from '@/app/supplier/release-status-tag'
import { InsetText, Tag, WarningCallout } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { taskList, type TaskList } from '@/lib/assessment/queries/supplier-tasks'
import { nextToEnd, type EndingEvidence } from '@/lib/evidence/queries'
import { today } from '@/lib/platform/clock'
import { dayInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { nextStep } from './next-step'
import { releaseCrumbs } from './release-crumbs'
import { StandardTasks } from './standard-tasks'

export const metadata: Metadata = { title: 'What is left to do' }

function AboutTheRelease({ release }: { release: TaskList['release'] }) {
  const claims = release.capabilities === 1 ? '1 capability' : `${release.capabilities} capabilities`
  const tasks = [
    { path: 'facts', name: 'Facts', hint: 'Who uses it, what data it holds, how it is run. They decide which standards apply.', isDone: release.hasFacts, status: release.hasFacts ? 'Stated' : 'Not stated' },
    { path: 'capabilities', name: 'Capabilities', hint: 'What it can do, from the national list. Buyers search by them.', isDone: release.capabilities > 0, status: release.capabilities > 0 ? claims : 'None claimed' },
  ] as const
  return (
    <ul className="nhsuk-task-list">
      {tasks.map(({ path, name, hint, isDone, status }) => (
        <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link" key={path}>
          <div className="nhsuk-task-list__name-and-hint">
            <Link className="nhsuk-link nhsuk-task-list__link" href={`/supplier/releases/${release.id}/${path}`} aria-describedby={`${path}-hint ${path}-status`}>{name}</Link>
            <div className="nhsuk-task-list__hint" id={`${path}-hint`}>{hint}</div>
          </div>
          <div className="nhsuk-task-list__status whitespace-nowrap" id={`${path}-status`}><Tag colour={isDone ? 'aqua-green' : 'white'}>{status}</Tag></div>
        </li>
      ))}
    </ul>
  )
}

const statusWords: Record<TaskList['status'], string> = {
  draft: 'Nobody outside your organisation sees this release yet. Save and come back as often as you like.',
  submitted: 'This release is with the assessors. What you sent cannot change until they answer.',
  changes_requested: 'The assessors ask for changes. Change what they ask for, then submit again.',
  decided: 'The assessors have decided on this release.',
  withdrawn: 'You withdrew this release. Change what you like, then submit it again.',
}

function Outcome({ list }: { list: TaskList }) {
  if (!list.listing) return null
  const isListed = list.listing.outcome === 'listed'
  return (
    <WarningCallout title={isListed ? 'This release is on the register' : 'This release was not listed'}>
      <p className="whitespace-pre-line">{list.listing.reason}</p>
      {isListed ? <p><Link href={`/products/${list.product.slug}` as Route}>See the product on the register</Link></p> : null}
    </WarningCallout>
  )
}

function Requests({ list }: { list: TaskList }) {
  const asked = list.standards.filter(({ changeRequest }) => changeRequest !== undefined)
  if (asked.length === 0) return null
  return (
    <WarningCallout title="Changes asked for">
      {asked.map(({ standardVersionId, standardId, name, changeRequest }) => (
        <div key={standardVersionId}>
          <h3 className="nhsuk-heading-xs"><Link href={`/supplier/releases/${list.release.id}/standards/${standardId}`}>{name}</Link></h3>
          <p className="whitespace-pre-line">{changeRequest}</p>
        </div>
      ))}
    </WarningCallout>
  )
}

function Steps({ list }: { list: TaskList }) {
  const step = nextStep(list)
  const { id } = list.release
  return (
    <>
      {step ? <p><Link className="nhsuk-button" href={`/supplier/releases/${id}${step.path}` as Route}>{step.label}</Link></p> : null}
      {list.missing.length > 0 && list.release.hasFacts && step?.path !== '/submit' ? <p><Link href={`/supplier/releases/${id}/submit`}>See what is missing before you can submit ({list.missing.length})</Link></p> : null}
      {list.canWithdraw ? <p><Link href={`/supplier/releases/${id}/withdraw`}>Withdraw this release</Link></p> : null}
    </>
  )
}

function NextToEnd({ ending }: { ending: EndingEvidence | null }) {
  if (!ending) return null
  const hasEnded = ending.expiresOn < today()
  return <p>{hasEnded ? 'Evidence that has ended: ' : 'Evidence that ends next: '}<Link href={`/supplier/evidence/${ending.itemId}`}>{ending.name}</Link>, on {dayInWords(ending.expiresOn)}.</p>
}

export default async function ReleaseTasksPage({ params }: PageProps<'/supplier/releases/[releaseId]'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const list = await taskList(actor, (await params).releaseId)
  if (!list) notFound()
  const { release, product, standards, status } = list
  return (
    <Page title={`${product.name} ${release.label}`} caption="What is left to do" breadcrumbs={releaseCrumbs(list).slice(0, 2)}>
      <p><ReleaseStatusTag status={status} />{list.round > 1 ? ` Round ${list.round}` : ''}</p>
      <p>{statusWords[status]}</p>
      <Outcome list={list} />
      <Requests list={list} />
      <Steps list={list} />
      <NextToEnd ending={await nextToEnd(actor, release.id)} />
      <h2 className="nhsuk-heading-m">About the release</h2>
      <AboutTheRelease release={release} />
      {release.hasFacts ? <StandardTasks standards={standards} releaseId={release.id} /> : <InsetText><p>State the facts to see which standards apply, and why.</p></InsetText>}
    </Page>
  )
}
