'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { DayField } from '@/components/nhsuk/day-field'
import { Hidden, TextField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { create } from './actions'

export function ReleaseForm({ productId, formKey }: { productId: string; formKey: string }) {
  const [state, action] = useActionState(create, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Add this release" formKey={formKey}>
      <Hidden name="productId" value={productId} />
      <TextField name="label" label="Number or name of the release" hint="Such as 6.3" state={state} width={20} autoComplete="off" />
      <DayField name="releasedOn" legend="Day it was released (optional)" hint="For example 27 3 2026" state={state} />
    </ActionForm>
  )
}
