import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { roleNames, type Actor } from '@/lib/identity/actor'
import { canEndMembership } from '@/lib/identity/policy'
import { membersOf, type MemberRow } from '@/lib/identity/queries'
import { dayInWords, dayOf } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { EndForm, InviteForm } from './people-forms'

export const metadata: Metadata = { title: 'Your people' }

function Colleague({ actor, member }: { actor: Actor; member: MemberRow }) {
  const mayEnd = canEndMembership(actor, { personId: member.personId, bodyId: actor.bodyId ?? '', bodyKind: 'supplier' })
  return (
    <section className="nhsuk-u-margin-bottom-5">
      <h2 className="nhsuk-heading-s">{member.name}{member.personId === actor.personId ? ' (you)' : ''}</h2>
      <SummaryList rows={[
        { key: 'Email', value: <span className="touchstone-break">{member.email}</span> },
        { key: 'Role', value: roleNames[member.role] },
        { key: 'Since', value: dayInWords(dayOf(member.since)) },
      ]} />
      {mayEnd ? <EndForm membershipId={member.membershipId} name={member.name} /> : null}
    </section>
  )
}

export default async function SupplierPeoplePage() {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const members = await membersOf(actor)
  if (!members) notFound()
  return (
    <Page title="Your people" breadcrumbs={[{ href: '/supplier', label: 'Your products' }]}>
      {members.map((member) => <Colleague key={member.membershipId} actor={actor} member={member} />)}
      {actor.role === 'supplier_admin' ? (
        <>
          <h2 className="nhsuk-heading-m">Invite a colleague</h2>
          <InviteForm />
        </>
      ) : <p>An administrator of your organisation invites and removes people.</p>}
    </Page>
  )
}
