import type { Route } from 'next'
import type { Crumb } from '@/components/nhsuk/page'

type Head = { assessmentId: string; product: string; release: string }

const queue: Crumb = { href: '/assessor/queue', label: 'Assessment queue' }

/** The way to a page of an assessment. */
export function assessmentCrumbs({ assessmentId, product, release }: Head): Crumb[] {
  return [queue, { href: `/assessor/assessments/${assessmentId}` as Route, label: `${product} ${release}` }]
}

/** The way to a decision. */
export function decisionCrumbs(head: Head): Crumb[] {
  return [...assessmentCrumbs(head), { href: `/assessor/assessments/${head.assessmentId}/decide` as Route, label: 'Decisions' }]
}
