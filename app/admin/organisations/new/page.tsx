import type { Metadata } from 'next'
import { Page } from '@/components/nhsuk/page'
import { requireActor } from '@/lib/web/session'
import { BodyForm } from './body-form'

export const metadata: Metadata = { title: 'Enter an organisation' }

export default async function NewOrganisationPage() {
  await requireActor('registrar')
  return (
    <Page title="Enter an organisation" breadcrumbs={[{ href: '/admin/organisations', label: 'Organisations and people' }]}>
      <p>Suppliers register themselves. Enter an NHS organisation so that its people can shortlist, or an assessing body so that its people can judge.</p>
      <BodyForm />
    </Page>
  )
}
