import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '@/components/nhsuk/page'
import { roleNames } from '@/lib/identity/actor'
import { demonstrationPeople } from '@/lib/identity/queries'
import { env } from '@/lib/platform/env'
import { PersonForm } from './person-form'

export const metadata: Metadata = { title: 'People of the demonstration' }

export default async function PeoplePage() {
  if (!env().isDemonstration) notFound()
  const people = await demonstrationPeople()
  return (
    <Page title="Choose a person to sign in as" breadcrumbs={[{ href: '/sign-in', label: 'Sign in' }]}>
      <p>These {people.length} people are made up. This page exists only in the demonstration.</p>
      <ul className="nhsuk-list nhsuk-list--border">
        {people.map(({ personId, name, roles }) => (
          <li key={personId}>
            <p className="nhsuk-u-margin-bottom-2"><strong>{name}</strong><br />{roles.map(({ role, bodyName }) => `${roleNames[role]}, ${bodyName}`).join('; ')}</p>
            <PersonForm personId={personId} name={name} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
