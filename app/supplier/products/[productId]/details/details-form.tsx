'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden, SelectField, TextAreaField, TextField, type Option } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { describeProduct } from './actions'

export type ProductValues = { name: string; summary: string; description: string; features: string; website: string; price: string; priceUnit: string }

type Props = { productId: string; version: number; initial: ProductValues; units: readonly Option[] }

export function DetailsForm({ productId, version, initial, units }: Props) {
  const [state, action] = useActionState(describeProduct, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save">
      <Hidden name="productId" value={productId} />
      <VersionField state={state} version={version} />
      <TextField name="name" label="Name of the product" state={state} initial={initial.name} autoComplete="off" />
      <TextField name="summary" label="What it is for, in a sentence" state={state} initial={initial.summary} autoComplete="off" />
      <TextAreaField name="description" label="Description (optional)" state={state} initial={initial.description} rows={8} />
      <TextAreaField name="features" label="Features (optional)" hint="One on each line" state={state} initial={initial.features} rows={8} />
      <TextField name="website" label="Web page of the product (optional)" type="url" state={state} initial={initial.website} />
      <TextField name="price" label="Price from, in pounds (optional)" hint="For example 1.20" state={state} initial={initial.price} width={10} inputMode="decimal" />
      <SelectField name="priceUnit" label="What the price is for" state={state} initial={initial.priceUnit} options={units} />
    </ActionForm>
  )
}
