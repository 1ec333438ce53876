'use server'

import { revalidatePath } from 'next/cache'
import { carryFindings, recordFindings, recordOwnEvidence } from '@/lib/assessment/commands/record-findings'
import { recommend } from '@/lib/assessment/commands/recommend'
import { writeChangeRequest } from '@/lib/assessment/commands/request-changes'
import { carryForm, changeRequestForm, findingsForm, recommendationForm, recordForm } from '@/lib/assessment/schema'
import { formAction } from '@/lib/web/form-action'

export const saveFindings = formAction(findingsForm, async (actor, form) => {
  await recordFindings(actor, form)
  revalidatePath('/assessor', 'layout')
  return 'The findings are saved.'
})

export const carry = formAction(carryForm, async (actor, form) => {
  const carried = await carryFindings(actor, form)
  revalidatePath('/assessor', 'layout')
  return carried === 1 ? '1 finding was taken over.' : `${carried} findings were taken over.`
})

export const keepRecord = formAction(recordForm, async (actor, form) => {
  await recordOwnEvidence(actor, form)
  revalidatePath('/assessor', 'layout')
  return 'Your evidence is kept.'
})

export const askForChanges = formAction(changeRequestForm, async (actor, form) => {
  await writeChangeRequest(actor, form)
  revalidatePath('/assessor', 'layout')
  return 'The request is saved. Send it from the page of the assessment.'
})

export const saveRecommendation = formAction(recommendationForm, async (actor, form) => {
  await recommend(actor, form)
  revalidatePath('/assessor', 'layout')
  return 'The recommendation is saved.'
})
