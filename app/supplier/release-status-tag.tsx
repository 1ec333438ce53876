import { Tag, type TagColour } from '@/components/nhsuk/layout'
import { statusNames, type AssessmentStatus } from '@/lib/assessment/assessment'

const colours: Record<AssessmentStatus, TagColour> = { submitted: 'blue', changes_requested: 'orange', decided: 'green', withdrawn: 'grey' }

/** Where a release stands with the assessors; undefined or 'draft' before it was ever sent. */
export function ReleaseStatusTag({ status }: { status: AssessmentStatus | 'draft' | undefined }) {
  if (status === undefined || status === 'draft') return <Tag colour="white">Not submitted</Tag>
  return <Tag colour={colours[status]}>{statusNames[status]}</Tag>
}
