'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { submitRelease } from '@/lib/assessment/commands/submit-release'
import { submitForm } from '@/lib/assessment/schema'
import { formAction } from '@/lib/web/form-action'

const declared = z.array(z.literal('confirmed'), 'Confirm that your answers are true').min(1, 'Confirm that your answers are true')

export const submit = formAction(submitForm.extend({ declaration: declared }), async (actor, { declaration: _, ...form }) => {
  await submitRelease(actor, form)
  redirect(`/supplier/releases/${form.releaseId}`)
})
