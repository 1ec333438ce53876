'use client'

import { useActionState } from 'react'
import { enter } from '@/app/admin/actions'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { TextField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'

export function BodyForm() {
  const [state, action] = useActionState(enter, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Enter the organisation">
      <RadiosField name="kind" legend="What kind of organisation is it?" state={state} options={[{ value: 'nhs', label: 'NHS organisation' }, { value: 'assessor', label: 'Assessing body' }]} />
      <TextField name="odsCode" label="ODS code" hint="For an NHS organisation, such as RJ1. Its name comes from the directory." state={state} width={10} />
      <TextField name="name" label="Name" hint="For an assessing body" state={state} />
    </ActionForm>
  )
}
