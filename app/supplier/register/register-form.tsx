'use client'

import { useActionState } from 'react'
import { SupplierFields } from '@/app/supplier/supplier-fields'
import { ActionForm } from '@/components/nhsuk/action-form'
import { emptyForm } from '@/lib/web/form-state'
import { register } from './actions'

export function RegisterForm({ formKey }: { formKey: string }) {
  const [state, action] = useActionState(register, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Register" formKey={formKey}>
      <SupplierFields state={state} />
    </ActionForm>
  )
}
