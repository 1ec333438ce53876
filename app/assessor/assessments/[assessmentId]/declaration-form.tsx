'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { Hidden, TextAreaField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { declare } from './actions'

const options = [
  { value: 'no', label: 'No, I have no conflict of interest' },
  { value: 'yes', label: 'Yes, or I am not sure', hint: 'The assessment will no longer be shown to you. A lead assessor sees that you declared it.' },
] as const

export function DeclarationForm({ assessmentId }: { assessmentId: string }) {
  const [state, action] = useActionState(declare, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Continue">
      <Hidden name="assessmentId" value={assessmentId} />
      <RadiosField name="hasConflict" legend="Do you have a conflict of interest?" legendSize="m" state={state} options={options} />
      <TextAreaField name="detail" label="If yes, describe it" hint="Only lead assessors and the registrar can read this." state={state} rows={3} />
    </ActionForm>
  )
}
