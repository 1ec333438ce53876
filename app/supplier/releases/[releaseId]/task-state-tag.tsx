import { Tag, type TagColour } from '@/components/nhsuk/layout'
import type { TaskState } from '@/lib/assessment/queries/supplier-tasks'

const shown: Record<TaskState, { label: string; colour: TagColour }> = {
  not_started: { label: 'Not started', colour: 'white' },
  in_progress: { label: 'In progress', colour: 'yellow' },
  answered: { label: 'Answered', colour: 'aqua-green' },
  changes_requested: { label: 'Changes asked for', colour: 'orange' },
  with_assessor: { label: 'With the assessor', colour: 'blue' },
  decided: { label: 'Decided', colour: 'green' },
}

export function TaskStateTag({ state }: { state: TaskState }) {
  const { label, colour } = shown[state]
  return <Tag colour={colour}>{label}</Tag>
}
