import type { Metadata } from 'next'
import Link from 'next/link'
import { SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { navigationFor } from '@/app/navigation'
import { roleNames } from '@/lib/identity/actor'
import { ownMemberships } from '@/lib/identity/queries'
import { requireActor } from '@/lib/web/session'
import { SignOutForm, SwitchForm } from './account-forms'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const actor = await requireActor()
  const memberships = await ownMemberships(actor)
  const others = memberships.filter(({ current }) => !current)
  return (
    <Page title="Your account" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <SummaryList rows={[
        { key: 'Name', value: actor.name },
        { key: 'Email', value: <span className="touchstone-break">{actor.email}</span> },
        { key: 'Acting for', value: actor.bodyName ?? 'No organisation yet' },
        { key: 'Role', value: roleNames[actor.role] },
      ]} />
      <h2 className="nhsuk-heading-m">Go to</h2>
      <ul className="nhsuk-list">
        {navigationFor(actor).map(({ href, label }) => <li key={href}><Link href={href}>{label}</Link></li>)}
      </ul>
      {others.length > 0 ? <h2 className="nhsuk-heading-m">Your other organisations</h2> : null}
      {others.map(({ membershipId, bodyName }) => <SwitchForm key={membershipId} membershipId={membershipId} bodyName={bodyName} />)}
      <SignOutForm />
    </Page>
  )
}
