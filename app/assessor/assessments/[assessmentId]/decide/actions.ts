'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { decideListing, decideStandard } from '@/lib/assessment/commands/decide'
import { decisionForm, listingForm } from '@/lib/assessment/schema'
import { projectEntry } from '@/lib/catalogue/project-entry'
import { formAction } from '@/lib/web/form-action'

export const decide = formAction(decisionForm, async (actor, form) => {
  await decideStandard(actor, form)
  revalidatePath('/assessor', 'layout')
  redirect(`/assessor/assessments/${form.assessmentId}/decide`)
})

export const decideOnListing = formAction(listingForm, async (actor, form) => {
  await decideListing(actor, form, projectEntry)
  revalidatePath('/', 'layout')
  redirect(`/assessor/assessments/${form.assessmentId}/decide`)
})
