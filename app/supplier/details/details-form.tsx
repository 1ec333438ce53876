'use client'

import { useActionState } from 'react'
import { SupplierFields, type SupplierValues } from '@/app/supplier/supplier-fields'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { describeSupplier } from './actions'

export function DetailsForm({ version, initial }: { version: number; initial: SupplierValues }) {
  const [state, action] = useActionState(describeSupplier, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save">
      <Hidden name="version" value={version} />
      <SupplierFields state={state} initial={initial} />
    </ActionForm>
  )
}
