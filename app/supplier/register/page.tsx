import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Page } from '@/components/nhsuk/page'
import { requireActor } from '@/lib/web/session'
import { RegisterForm } from './register-form'

export const metadata: Metadata = { title: 'Register a supplier' }

export default async function RegisterSupplierPage() {
  await requireActor()
  return (
    <Page title="Register a supplier" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p>Register your organisation to offer products to the NHS. You become its administrator, and can then invite colleagues.</p>
      <p>If it is registered already, ask one of its administrators to invite you instead.</p>
      <RegisterForm formKey={randomUUID()} />
    </Page>
  )
}
