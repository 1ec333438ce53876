'use server'

import { projectSupplierEntries } from '@/lib/catalogue/project-entry'
import { updateSupplier } from '@/lib/registry/commands'
import { supplierDetailsForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'
import { redirect } from 'next/navigation'

export const describeSupplier = formAction(supplierDetailsForm, async (actor, form) => {
  await updateSupplier(actor, form, async (tx) => projectSupplierEntries(tx, actor.bodyId ?? ''))
  redirect('/supplier')
})
