'use server'

import { redirect } from 'next/navigation'
import { registerSupplier } from '@/lib/registry/commands'
import { supplierForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'
import { actThrough } from '@/lib/web/session'

export const register = formAction(supplierForm, async (actor, form) => {
  const { membershipId } = await registerSupplier(actor, form)
  await actThrough(actor, membershipId)
  redirect('/supplier')
})
