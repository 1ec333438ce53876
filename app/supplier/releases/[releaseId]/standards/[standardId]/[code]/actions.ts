'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { saveAnswer } from '@/lib/assessment/commands/save-answer'
import { questionPage } from '@/lib/assessment/queries/question-page'
import { answerForm } from '@/lib/assessment/schema'
import { NOT_APPLICABLE } from '@/lib/standards/answers'
import { formAction } from '@/lib/web/form-action'

/** Where the question stands, besides the answer, so that the way on can be found. */
const place = z.object({ standardId: z.string().max(60), code: z.string().max(60), then: z.enum(['continue', 'add-evidence']).catch('continue') })

/** A ticked 'does not apply' is the answer, whatever was typed before. */
const questionForm = z.preprocess(
  (posted) => (typeof posted === 'object' && posted !== null && 'notApplicable' in posted ? { ...posted, value: NOT_APPLICABLE } : posted),
  z.intersection(answerForm, place),
)

export const save = formAction(questionForm, async (actor, { standardId, code, then, ...answer }) => {
  await saveAnswer(actor, answer)
  const { releaseId, criterionId } = answer
  const standard = `/supplier/releases/${releaseId}/standards/${encodeURIComponent(standardId)}` as const
  if (then === 'add-evidence') {
    const returnTo = `${standard}/${code}`
    redirect(`/supplier/evidence/new?${new URLSearchParams({ releaseId, criterionId, returnTo }).toString()}` as Route)
  }
  // The answer may have changed which question comes next.
  const page = await questionPage(actor, releaseId, standardId, code)
  redirect(page?.nextCode ? `${standard}/${page.nextCode}` : standard)
})
