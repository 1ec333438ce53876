'use server'

import { redirect } from 'next/navigation'
import { createRelease } from '@/lib/registry/commands'
import { releaseForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'

export const create = formAction(releaseForm, async (actor, form) => {
  const releaseId = await createRelease(actor, form)
  redirect(`/supplier/releases/${releaseId}`)
})
