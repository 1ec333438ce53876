import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { evidenceDays, EvidenceLink } from '@/components/evidence/evidence-link'
import type { Option } from '@/components/nhsuk/fields'
import { SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { questionPage, type LibraryEvidence, type QuestionPage } from '@/lib/assessment/queries/question-page'
import { dayInWords, isDay } from '@/lib/platform/day'
import { answerOptions, type ResponseShape } from '@/lib/standards/answers'
import { requireActor } from '@/lib/web/session'
import { QuestionAbout } from './question-about'
import type { AnswerKind } from './question-fields'
import { QuestionForm } from './question-form'

type Props = PageProps<'/supplier/releases/[releaseId]/standards/[standardId]/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { standardId, code } = await params
  return { title: `Question ${decodeURIComponent(code)}, ${decodeURIComponent(standardId)}` }
}

function answerKind(response: ResponseShape): AnswerKind {
  const options = answerOptions(response)
  if (options) return { type: 'options', options }
  return { type: response.type as 'text' | 'date' | 'url' | 'percent', allowNotApplicable: response.allowNotApplicable }
}

function libraryOption(evidence: LibraryEvidence, library: readonly LibraryEvidence[]): Option {
  const { revisionId, itemId, number, name, kind, fileName, hasEnded } = evidence
  const isReplaced = library.some((other) => other.itemId === itemId && other.number > number)
  const notes = [kind === 'file' ? fileName : 'Link', evidenceDays(evidence), isReplaced ? 'A newer one has been added: select that instead' : '', hasEnded ? 'It no longer holds' : '']
  return { value: revisionId, label: name, hint: notes.filter(Boolean).join('. ') }
}

function answerInWords(response: ResponseShape, value: string): string {
  return answerOptions(response)?.find((option) => option.value === value)?.label ?? (isDay(value) ? dayInWords(value) : value)
}

function Given({ page }: { page: QuestionPage }) {
  const { answer, criterion } = page
  return (
    <SummaryList rows={[
      { key: 'Your answer', value: <span className="whitespace-pre-line">{answer?.value ? answerInWords(criterion.response, answer.value) : 'Not answered'}</span> },
      { key: 'Explanation', value: <span className="whitespace-pre-line">{answer?.explanation || 'None'}</span> },
      { key: 'Evidence', value: answer && answer.evidence.length > 0 ? <ul className="nhsuk-list">{answer.evidence.map((one) => <li key={one.revisionId}><EvidenceLink revision={{ ...one, id: one.revisionId }} name={one.name} /></li>)}</ul> : 'None' },
    ]} />
  )
}

const unanswered = { value: null, explanation: '', version: 0 }

function Form({ page }: { page: QuestionPage }) {
  const { criterion, library, release, standard } = page
  const answer = page.answer ?? unanswered
  return (
    <QuestionForm
      key={criterion.id}
      releaseId={release.id}
      standardId={standard.standardId}
      code={criterion.code}
      criterionId={criterion.id}
      version={answer.version}
      kind={answerKind(criterion.response)}
      initial={{ value: answer.value ?? '', explanation: answer.explanation, evidence: library.filter(({ isShown }) => isShown).map(({ revisionId }) => revisionId) }}
      library={library.map((evidence) => libraryOption(evidence, library))}
    />
  )
}

export default async function SupplierQuestionPage({ params }: Props) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const { releaseId, standardId, code } = await params
  const page = await questionPage(actor, releaseId, decodeURIComponent(standardId), decodeURIComponent(code))
  if (!page) notFound()
  const { release, product, standard, criterion, previousCode } = page
  const base = `/supplier/releases/${release.id}/standards/${standard.standardId}` as const
  return (
    <Page title={criterion.question} caption={`${criterion.code}, ${criterion.sectionTitle}`} breadcrumbs={[...releaseCrumbs({ release, product }), { href: base as Route, label: standard.name }]}>
      <p className="nhsuk-body-s">Question {page.position} of {page.total}</p>
      <QuestionAbout page={page} />
      {page.editable ? <Form page={page} /> : <Given page={page} />}
      {previousCode ? <p><Link href={`${base}/${previousCode}`}>Previous question</Link></p> : null}
      <p><Link href={base}>All questions of {standard.name}</Link></p>
    </Page>
  )
}
