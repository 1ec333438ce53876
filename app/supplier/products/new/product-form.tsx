'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { TextField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { create } from './actions'

export function ProductForm({ formKey }: { formKey: string }) {
  const [state, action] = useActionState(create, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Add this product" formKey={formKey}>
      <TextField name="name" label="Name of the product" hint="As buyers know it, without the number of its release" state={state} autoComplete="off" />
      <TextField name="summary" label="What it is for, in a sentence" hint="For example: Prescribing and medicines administration on hospital wards" state={state} autoComplete="off" />
      <TextField name="label" label="Release to be assessed" hint="Its number or name, such as 6.2" state={state} width={20} autoComplete="off" />
    </ActionForm>
  )
}
