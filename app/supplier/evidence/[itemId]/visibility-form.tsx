'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { Hidden, type Option } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { openTo } from './actions'

export function VisibilityForm({ itemId, version, initial, options }: { itemId: string; version: number; initial: string; options: readonly Option[] }) {
  const [state, action] = useActionState(openTo, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save who may open it" tone="secondary">
      <Hidden name="itemId" value={itemId} />
      <VersionField state={state} version={version} />
      <RadiosField name="visibility" legend="Who may open it?" legendSize="m" state={state} initial={initial} options={options} />
    </ActionForm>
  )
}
