import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { assessmentPage, type OpenAssessment } from '@/lib/assessment/queries/assessment-page'
import type { Role } from '@/lib/identity/actor'
import { requireActor } from '@/lib/web/session'

/** Read once a request, for the title and the page. */
export const loadAssessment = cache(async (assessmentId: string) => assessmentPage(await requireActor('assessor', 'lead_assessor'), assessmentId))

/** The assessment for a page behind the declaration: whoever has not declared is sent to declare, and what is not theirs does not exist. */
export async function openedAssessment(assessmentId: string, ...roles: Role[]): Promise<OpenAssessment> {
  if (roles.length > 0) await requireActor(...roles)
  const page = await loadAssessment(assessmentId)
  if (!page) notFound()
  return page.declared ? page : redirect(`/assessor/assessments/${assessmentId}`)
}
