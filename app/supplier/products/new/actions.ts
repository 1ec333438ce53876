'use server'

import { redirect } from 'next/navigation'
import { createProduct } from '@/lib/registry/commands'
import { productForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'

export const create = formAction(productForm, async (actor, form) => {
  const { releaseId } = await createProduct(actor, form)
  redirect(`/supplier/releases/${releaseId}`)
})
