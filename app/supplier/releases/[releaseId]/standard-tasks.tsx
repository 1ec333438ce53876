import Link from 'next/link'
import { outcomeNames } from '@/lib/assessment/assessment'
import type { StandardTask } from '@/lib/assessment/queries/supplier-tasks'
import { dayInWords } from '@/lib/platform/day'
import type { StandardObligation } from '@/lib/standards/standards'
import { questionsLeft } from './next-step'
import { TaskStateTag } from './task-state-tag'

const groups: { obligation: StandardObligation; title: string; note: string }[] = [
  { obligation: 'mandatory', title: 'Mandatory standards', note: 'Every product of this kind must meet them.' },
  { obligation: 'conditional', title: 'Standards for products like this one', note: 'Mandatory because of the facts you stated.' },
  { obligation: 'recommended', title: 'Recommended standards', note: 'Optional. One is sent with the rest once you have begun to answer it.' },
]

function decisionInWords({ decision }: StandardTask): string | null {
  if (!decision) return null
  const until = decision.validUntil ? ` until ${dayInWords(decision.validUntil)}` : ''
  return `Decided on ${dayInWords(decision.decidedOn)}: ${outcomeNames[decision.outcome].toLowerCase()}${until}.`
}

function Task({ task, releaseId }: { task: StandardTask; releaseId: string }) {
  const id = task.standardVersionId
  const decided = decisionInWords(task)
  return (
    <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
      <div className="nhsuk-task-list__name-and-hint">
        <Link className="nhsuk-link nhsuk-task-list__link" href={`/supplier/releases/${releaseId}/standards/${task.standardId}`} aria-describedby={`${id}-hint ${id}-status`}>{task.name}</Link>
        <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
          It applies because {task.because.join(', and because ')}. {questionsLeft(task)}.{decided ? ` ${decided}` : ''}
        </div>
      </div>
      <div className="nhsuk-task-list__status whitespace-nowrap" id={`${id}-status`}><TaskStateTag state={task.state} /></div>
    </li>
  )
}

/** The standards that apply to a release, each with the reason and what is left to answer. */
export function StandardTasks({ standards, releaseId }: { standards: readonly StandardTask[]; releaseId: string }) {
  return groups.map(({ obligation, title, note }) => {
    const tasks = standards.filter((task) => task.obligation === obligation)
    if (tasks.length === 0) return null
    return (
      <section key={obligation}>
        <h2 className="nhsuk-heading-m">{title}</h2>
        <p>{note}</p>
        <ul className="nhsuk-task-list">{tasks.map((task) => <Task key={task.standardVersionId} task={task} releaseId={releaseId} />)}</ul>
      </section>
    )
  })
}
