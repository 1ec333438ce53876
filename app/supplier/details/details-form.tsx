'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { SupplierFields, type SupplierValues } from '@/app/supplier/supplier-fields'
import { ActionForm } from '@/components/nhsuk/action-form'
import { emptyForm } from '@/lib/web/form-state'
import { describeSupplier } from './actions'

export function DetailsForm({ version, initial }: { version: number; initial: SupplierValues }) {
  const [state, action] = useActionState(describeSupplier, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save">
      <VersionField state={state} version={version} />
      <SupplierFields state={state} initial={initial} />
    </ActionForm>
  )
}
