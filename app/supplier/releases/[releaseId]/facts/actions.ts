'use server'

import { redirect } from 'next/navigation'
import { stateFacts } from '@/lib/registry/commands'
import { factsForm } from '@/lib/registry/schema'
import { formAction } from '@/lib/web/form-action'

export const state = formAction(factsForm, async (actor, form) => {
  await stateFacts(actor, form)
  redirect(`/supplier/releases/${form.releaseId}`)
})
