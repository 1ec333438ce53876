import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HeldStill } from '@/app/supplier/releases/[releaseId]/held-still'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { InsetText } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { releaseStatuses } from '@/lib/assessment/queries/release-statuses'
import { capabilities, releaseToState, type Capability, type ReleaseToState } from '@/lib/registry/queries'
import { requireActor } from '@/lib/web/session'
import { ClaimsForm, type CapabilityGroup } from './claims-form'

export const metadata: Metadata = { title: 'Capabilities of the release' }

/** What has expired is no longer offered, and stays where it is claimed already. */
function groupsOf(all: readonly Capability[], claimedRefs: readonly string[]): CapabilityGroup[] {
  const offered = all.filter(({ ref, status }) => status === 'Effective' || claimedRefs.includes(ref))
  return [...Map.groupBy(offered, ({ category }) => category)].map(([category, rows]) => ({
    category,
    options: rows.map(({ ref, name, status }) => ({ value: ref, label: `${name} (${ref})`, ...(status === 'Expired' ? { hint: 'No longer on the national list' } : {}) })),
  }))
}

function Claimed({ all, claimedRefs }: { all: readonly Capability[]; claimedRefs: readonly string[] }) {
  const claimed = all.filter(({ ref }) => claimedRefs.includes(ref))
  if (claimed.length === 0) return <p>You claimed no capability for this release.</p>
  return <ul className="nhsuk-list nhsuk-list--bullet">{claimed.map(({ ref, name }) => <li key={ref}>{name} ({ref})</li>)}</ul>
}

function Form({ release, all }: { release: ReleaseToState; all: readonly Capability[] }) {
  const isFirstGuess = release.claimedRefs.length === 0 && release.earlierRefs.length > 0
  return (
    <>
      <p>Select what this release can do, from the national list. Buyers search by capability, and some standards apply because of one.</p>
      {isFirstGuess ? <InsetText><p>The form shows what you claimed for another release. Check it before you save it for this one.</p></InsetText> : null}
      <ClaimsForm releaseId={release.id} version={release.version} groups={groupsOf(all, release.claimedRefs)} initial={isFirstGuess ? release.earlierRefs : release.claimedRefs} />
    </>
  )
}

export default async function ReleaseCapabilitiesPage({ params }: PageProps<'/supplier/releases/[releaseId]/capabilities'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const release = await releaseToState(actor, (await params).releaseId)
  if (!release) notFound()
  const isHeld = (await releaseStatuses(actor, [release.id])).get(release.id) === 'submitted'
  const all = await capabilities()
  return (
    <Page title="Capabilities of the release" caption={`${release.product.name} ${release.label}`} breadcrumbs={releaseCrumbs({ release, product: release.product })}>
      {isHeld ? <><HeldStill /><Claimed all={all} claimedRefs={release.claimedRefs} /></> : <Form release={release} all={all} />}
    </Page>
  )
}
