'use server'

import { redirect } from 'next/navigation'
import { claimCapabilities } from '@/lib/registry/commands'
import { claimsForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'

export const claim = formAction(claimsForm, async (actor, form) => {
  await claimCapabilities(actor, form)
  redirect(`/supplier/releases/${form.releaseId}`)
})
