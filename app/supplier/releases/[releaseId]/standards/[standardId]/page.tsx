import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { questionsLeft } from '@/app/supplier/releases/[releaseId]/next-step'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { TaskStateTag } from '@/app/supplier/releases/[releaseId]/task-state-tag'
import { InsetText, Tag, WarningCallout } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { outcomeNames } from '@/lib/assessment/assessment'
import { questionsFor, type QuestionList, type QuestionRow } from '@/lib/assessment/queries/supplier-tasks'
import { dayInWords } from '@/lib/platform/day'
import { requireActor } from '@/lib/web/session'

export async function generateMetadata({ params }: PageProps<'/supplier/releases/[releaseId]/standards/[standardId]'>): Promise<Metadata> {
  return { title: `${decodeURIComponent((await params).standardId)}: questions` }
}

function QuestionState({ gap, value, isNeeded }: QuestionRow) {
  if (gap !== null) return <Tag colour={value === null ? 'white' : 'yellow'}>{gap === 'answer the question' ? 'Not answered' : 'Something is missing'}</Tag>
  if (value === null) return <Tag colour="grey">{isNeeded ? 'Not answered' : 'Optional'}</Tag>
  return <Tag colour="aqua-green">Answered</Tag>
}

const evidenceInWords = (pieces: number) => (pieces === 1 ? '1 piece of evidence' : `${pieces} pieces of evidence`)

function Question({ question, base }: { question: QuestionRow; base: string }) {
  const { criterionId, code, evidence, gap } = question
  const hints = [evidence > 0 ? evidenceInWords(evidence) : '', gap !== null && gap !== 'answer the question' ? `Still to do: ${gap}` : ''].filter(Boolean)
  return (
    <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
      <div className="nhsuk-task-list__name-and-hint">
        <Link className="nhsuk-link nhsuk-task-list__link" href={`${base}/${code}` as Route} aria-describedby={`${criterionId}-status`}>{code} {question.question}</Link>
        {hints.length > 0 ? <div className="nhsuk-task-list__hint">{hints.join('. ')}</div> : null}
      </div>
      <div className="nhsuk-task-list__status whitespace-nowrap" id={`${criterionId}-status`}><QuestionState {...question} /></div>
    </li>
  )
}

function Sections({ list, base }: { list: QuestionList; base: string }) {
  return [...Map.groupBy(list.questions, ({ section }) => section)].map(([section, questions]) => (
    <section key={section}>
      <h2 className="nhsuk-heading-m">{questions[0]?.sectionTitle}</h2>
      <ul className="nhsuk-task-list">{questions.map((question) => <Question key={question.criterionId} question={question} base={base} />)}</ul>
    </section>
  ))
}

function Decided({ task }: { task: QuestionList['task'] }) {
  const { decision } = task
  if (!decision) return null
  return (
    <InsetText>
      <p><strong>{outcomeNames[decision.outcome]}</strong>, decided on {dayInWords(decision.decidedOn)}{decision.validUntil ? `, valid until ${dayInWords(decision.validUntil)}` : ''}.</p>
      <p className="whitespace-pre-line">{decision.reason}</p>
    </InsetText>
  )
}

export default async function StandardQuestionsPage({ params }: PageProps<'/supplier/releases/[releaseId]/standards/[standardId]'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const { releaseId, standardId } = await params
  const list = await questionsFor(actor, releaseId, standardId)
  if (!list) notFound()
  const { task, release, product } = list
  const base = `/supplier/releases/${release.id}/standards/${task.standardId}`
  const next = list.questions.find(({ gap }) => gap !== null)
  return (
    <Page title={task.name} caption={`${product.name} ${release.label}`} breadcrumbs={releaseCrumbs(list)}>
      <p><TaskStateTag state={task.state} /></p>
      <p>It applies because {task.because.join(', and because ')}. You answer <Link href={`/standards/${task.standardId}/${task.version}` as Route}>version {task.version}</Link>.</p>
      <p>{questionsLeft(task)}.{list.questions.some(({ isNeeded }) => !isNeeded) ? ' Optional questions are not counted.' : ''}</p>
      <Decided task={task} />
      {task.changeRequest ? <WarningCallout title="Changes asked for"><p className="whitespace-pre-line">{task.changeRequest}</p></WarningCallout> : null}
      {list.heldStill ? <InsetText><p>{list.heldStill}.</p></InsetText> : null}
      {next && list.editable ? <p><Link className="nhsuk-button" href={`${base}/${next.code}` as Route}>{next.value === null ? 'Answer the next question' : 'Finish the next question'}</Link></p> : null}
      <Sections list={list} base={base} />
      <p><Link href={`/supplier/releases/${release.id}`}>Back to what is left to do</Link></p>
    </Page>
  )
}
