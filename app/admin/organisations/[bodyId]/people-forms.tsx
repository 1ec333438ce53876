'use client'

import { useActionState } from 'react'
import { end, grant } from '@/app/admin/actions'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { Hidden, TextField, type Option } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'

export function GrantForm({ bodyId, roles }: { bodyId: string; roles: readonly Option[] }) {
  const [state, action] = useActionState(grant, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Add this person">
      <Hidden name="bodyId" value={bodyId} />
      <TextField name="name" label="Full name" state={state} />
      <TextField name="email" label="Email address" type="email" state={state} />
      <RadiosField name="role" legend="Role" state={state} options={roles} />
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
