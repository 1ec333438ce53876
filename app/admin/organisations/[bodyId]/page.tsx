import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { roleNames, rolesOfKind } from '@/lib/identity/actor'
import { canEndMembership, canGrant } from '@/lib/identity/policy'
import { bodyPage } from '@/lib/identity/queries'
import { dayInWords, dayOf } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'
import { EndForm, GrantForm } from './people-forms'

export const metadata: Metadata = { title: 'People of an organisation' }

export default async function OrganisationPeoplePage({ params }: PageProps<'/admin/organisations/[bodyId]'>) {
  const actor = await requireActor('registrar')
  const body = await bodyPage(actor, (await params).bodyId)
  if (!body) notFound()
  const roles = rolesOfKind[body.kind].filter((role) => canGrant(actor, body, role)).map((role) => ({ value: role, label: roleNames[role] }))
  return (
    <Page title={body.name} caption="Organisation" breadcrumbs={[{ href: '/admin/organisations', label: 'Organisations and people' }]}>
      {body.people.length === 0 ? <EmptyState title="Nobody acts for this organisation yet"><p>Add the first person below.</p></EmptyState> : null}
      {body.people.map((person) => (
        <section key={person.membershipId} className="nhsuk-u-margin-bottom-4">
          <h2 className="nhsuk-heading-s">{person.name}</h2>
          <SummaryList rows={[
            { key: 'Email', value: <span className="touchstone-break">{person.email}</span> },
            { key: 'Role', value: roleNames[person.role] },
            { key: 'Since', value: dayInWords(dayOf(person.since)) },
          ]} />
          {canEndMembership(actor, { ...person, bodyId: body.id, bodyKind: body.kind }) ? <EndForm membershipId={person.membershipId} name={person.name} /> : null}
        </section>
      ))}
      {roles.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Add a person</h2>
          <GrantForm bodyId={body.id} roles={roles} />
        </>
      ) : null}
    </Page>
  )
}
