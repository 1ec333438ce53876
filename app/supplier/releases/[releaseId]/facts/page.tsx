import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HeldStill } from '@/app/supplier/releases/[releaseId]/held-still'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { releaseStatuses } from '@/lib/assessment/queries/release-statuses'
import { releaseToState, type ReleaseToState } from '@/lib/registry/queries'
import { factGroups, type FactQuestion, type ReleaseFacts } from '@/lib/standards/facts'
import { requireActor } from '@/lib/web/session'
import { FactsForm, type AskedFact } from './facts-form'

export const metadata: Metadata = { title: 'Facts about the release' }

const radioOf = new Map<boolean | undefined, string>([[true, 'yes'], [false, 'no']])
const yesNo = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]

/** What the form shows first: nothing is chosen while nothing is stated. */
function asked(fact: FactQuestion, facts: Partial<ReleaseFacts>): AskedFact {
  const { question, hint } = fact
  switch (fact.kind) {
    case 'any-of': return { name: fact.name, question, hint, kind: fact.kind, options: fact.options, initial: facts[fact.name] ?? [] }
    case 'one-of': return { name: fact.name, question, hint, kind: fact.kind, options: fact.options, initial: facts[fact.name] ?? '' }
    case 'yes-no': return { name: fact.name, question, hint, kind: fact.kind, options: yesNo, initial: radioOf.get(facts[fact.name]) ?? '' }
  }
}

function factInWords(fact: FactQuestion, facts: ReleaseFacts): string {
  switch (fact.kind) {
    case 'any-of': return fact.options.filter(({ value }) => facts[fact.name].some((chosen) => chosen === value)).map(({ label }) => label).join(', ') || 'None'
    case 'one-of': return fact.options.find(({ value }) => value === facts[fact.name])?.label ?? ''
    case 'yes-no': return facts[fact.name] ? 'Yes' : 'No'
  }
}

function Stated({ facts }: { facts: ReleaseFacts }) {
  return factGroups.map(({ id, title, questions }) => (
    <section key={id}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <SummaryList rows={questions.map((fact) => ({ key: fact.label, value: factInWords(fact, facts) }))} />
    </section>
  ))
}

function Form({ release }: { release: ReleaseToState }) {
  const shown = release.facts ?? release.earlierFacts ?? {}
  const groups = factGroups.map(({ id, title, questions }) => ({ id, title, questions: questions.map((fact) => asked(fact, shown)) }))
  return (
    <>
      <p>Your answers decide which standards apply. Answer for this release as it is sold today.</p>
      {release.facts === null && release.earlierFacts !== null ? <InsetText><p>The form shows what you stated about another release. Check each answer before you save it for this one.</p></InsetText> : null}
      <FactsForm releaseId={release.id} version={release.version} groups={groups} />
    </>
  )
}

export default async function ReleaseFactsPage({ params }: PageProps<'/supplier/releases/[releaseId]/facts'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const release = await releaseToState(actor, (await params).releaseId)
  if (!release) notFound()
  const isHeld = (await releaseStatuses(actor, [release.id])).get(release.id) === 'submitted'
  return (
    <Page title="Facts about the release" caption={`${release.product.name} ${release.label}`} breadcrumbs={releaseCrumbs({ release, product: release.product })}>
      {isHeld && release.facts ? <><HeldStill /><Stated facts={release.facts} /></> : <Form release={release} />}
    </Page>
  )
}
