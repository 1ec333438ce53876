'use server'

import { redirect } from 'next/navigation'
import { projectEntry } from '@/lib/catalogue/project-entry'
import { updateProduct } from '@/lib/registry/commands'
import { productDetailsForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'

export const describeProduct = formAction(productDetailsForm, async (actor, form) => {
  await updateProduct(actor, form, async (tx) => projectEntry(tx, form.productId))
  redirect(`/supplier/products/${form.productId}`)
})
