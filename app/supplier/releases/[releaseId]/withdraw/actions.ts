'use server'

import { redirect } from 'next/navigation'
import { withdrawSubmission } from '@/lib/assessment/commands/submit-release'
import { assessmentVersionForm } from '@/lib/assessment/schema'
import { formAction } from '@/lib/web/form-action'
import { z } from 'zod'

export const withdraw = formAction(assessmentVersionForm.extend({ releaseId: z.uuid() }), async (actor, { releaseId, ...form }) => {
  await withdrawSubmission(actor, form)
  redirect(`/supplier/releases/${releaseId}`)
})
