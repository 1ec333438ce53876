'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { CheckboxesField } from '@/components/nhsuk/choice-fields'
import { TextAreaField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { add } from '../actions'

export function AddForm({ products, formKey }: { products: { slug: string; label: string }[]; formKey: string }) {
  const [state, action] = useActionState(add, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Add to your shortlist" formKey={formKey}>
      <CheckboxesField name="product" legend="Products to add" state={state} initial={products.map(({ slug }) => slug)} options={products.map(({ slug, label }) => ({ value: slug, label }))} />
      <TextAreaField name="note" label="Note (optional)" hint="For you alone. For example why you are thinking about it, or what to ask." state={state} rows={4} />
    </ActionForm>
  )
}
