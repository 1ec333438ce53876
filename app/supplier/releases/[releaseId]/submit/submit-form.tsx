'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { CheckboxesField } from '@/components/nhsuk/choice-fields'
import { Hidden } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { submit } from './actions'

export function SubmitForm({ releaseId, formKey }: { releaseId: string; formKey: string }) {
  const [state, action] = useActionState(submit, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Submit" formKey={formKey}>
      <Hidden name="releaseId" value={releaseId} />
      <CheckboxesField name="declaration" legend="Declaration" legendSize="s" state={state} options={[{ value: 'confirmed', label: 'I confirm, for my organisation, that these answers and the evidence are true and are about this release' }]} />
    </ActionForm>
  )
}
