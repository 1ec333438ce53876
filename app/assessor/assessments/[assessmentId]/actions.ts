'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { assignToMe, declareInterest } from '@/lib/assessment/commands/declare-interest'
import { sendChangeRequests } from '@/lib/assessment/commands/request-changes'
import { assessmentVersionForm, declarationForm } from '@/lib/assessment/schema'
import { formAction } from '@/lib/web/form-action'

export const declare = formAction(declarationForm, async (actor, declaration) => {
  await declareInterest(actor, declaration)
  revalidatePath('/assessor', 'layout')
  redirect(declaration.hasConflict ? '/assessor/queue' : `/assessor/assessments/${declaration.assessmentId}`)
})

export const take = formAction(assessmentVersionForm, async (actor, form) => {
  await assignToMe(actor, form)
  revalidatePath('/assessor', 'layout')
  return 'You have taken this assessment.'
})

export const sendRequests = formAction(assessmentVersionForm, async (actor, form) => {
  await sendChangeRequests(actor, form)
  revalidatePath('/assessor', 'layout')
  redirect(`/assessor/assessments/${form.assessmentId}`)
})
