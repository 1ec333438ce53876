import { SummaryList } from '@/components/nhsuk/layout'
import { factGroups, type FactQuestion, type ReleaseFacts } from '@/lib/standards/facts'

function answerInWords(question: FactQuestion, facts: ReleaseFacts): string {
  if (question.kind === 'yes-no') return facts[question.name] ? 'Yes' : 'No'
  const chosen: readonly string[] = question.kind === 'any-of' ? facts[question.name] : [facts[question.name]]
  const labels = question.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return labels.length > 0 ? labels.join(', ') : 'None'
}

/** What the supplier states of a release: it decides which standards apply. */
export function ReleaseFactsList({ facts, groups }: { facts: ReleaseFacts; groups?: readonly string[] }) {
  const questions = factGroups.filter(({ id }) => !groups || groups.includes(id)).flatMap((group) => group.questions)
  return <SummaryList rows={questions.map((question) => ({ key: question.label, value: answerInWords(question, facts) }))} />
}
