'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { Hidden, TextField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { end, invite } from './actions'

const roles = [
  { value: 'supplier_editor', label: 'Supplier editor', hint: 'Adds products and evidence, answers questions, submits and withdraws' },
  { value: 'supplier_admin', label: 'Supplier administrator', hint: 'Does all that, invites and removes people, and changes the details of the organisation' },
]

export function InviteForm() {
  const [state, action] = useActionState(invite, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Invite">
      <TextField name="name" label="Full name" state={state} autoComplete="off" />
      <TextField name="email" label="Email address" hint="They sign in with it" type="email" state={state} autoComplete="off" />
      <RadiosField name="role" legend="What may they do?" state={state} options={roles} />
    </ActionForm>
  )
}

export function EndForm({ membershipId, name }: { membershipId: string; name: string }) {
  const [state, action] = useActionState(end, emptyForm)
  return (
    <ActionForm action={action} state={state} submit={`Remove ${name}`} tone="secondary">
      <Hidden name="membershipId" value={membershipId} />
    </ActionForm>
  )
}
