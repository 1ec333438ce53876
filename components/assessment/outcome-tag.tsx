import { Tag, type TagColour } from '@/components/nhsuk/layout'
import { findingNames, outcomeNames, statusNames, type AssessmentStatus, type FindingOutcome } from '@/lib/assessment/assessment'
import type { DecisionOutcome } from '@/lib/assessment/standing'

const findingColours: Record<FindingOutcome, TagColour> = { met: 'green', partly_met: 'orange', not_met: 'red', not_applicable: 'grey' }

export function FindingTag({ outcome }: { outcome: FindingOutcome }) {
  return <Tag colour={findingColours[outcome]}>{findingNames[outcome]}</Tag>
}

export function OutcomeTag({ outcome }: { outcome: DecisionOutcome }) {
  return <Tag colour={findingColours[outcome]}>{outcomeNames[outcome]}</Tag>
}

const statusColours: Record<AssessmentStatus, TagColour> = { submitted: 'blue', changes_requested: 'orange', decided: 'aqua-green', withdrawn: 'grey' }

export function AssessmentStatusTag({ status }: { status: AssessmentStatus }) {
  return <Tag colour={statusColours[status]}>{statusNames[status]}</Tag>
}
