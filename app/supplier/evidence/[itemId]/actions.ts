'use server'

import { changeVisibility } from '@/lib/evidence/commands'
import { visibilityForm } from '@/lib/evidence/schema'
import { formAction } from '@/lib/web/form-action'
import { redirect } from 'next/navigation'

export const openTo = formAction(visibilityForm, async (actor, form) => {
  await changeVisibility(actor, form)
  redirect(`/supplier/evidence/${form.itemId}`)
})
