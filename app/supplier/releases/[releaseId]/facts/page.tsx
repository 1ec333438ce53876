import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { releaseCrumbs } from '@/app/supplier/releases/[releaseId]/release-crumbs'
import { InsetText } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { releaseToState } from '@/lib/registry/queries'
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

export default async function ReleaseFactsPage({ params }: PageProps<'/supplier/releases/[releaseId]/facts'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const release = await releaseToState(actor, (await params).releaseId)
  if (!release) notFound()
  const shown = release.facts ?? release.earlierFacts ?? {}
  const groups = factGroups.map(({ id, title, questions }) => ({ id, title, questions: questions.map((fact) => asked(fact, shown)) }))
  return (
    <Page title="Facts about the release" caption={`${release.product.name} ${release.label}`} breadcrumbs={releaseCrumbs({ release, product: release.product })}>
      <p>Your answers decide which standards apply. Answer for this release as it is sold today.</p>
      {release.facts === null && release.earlierFacts !== null ? <InsetText><p>The form shows what you stated about another release. Check each answer before you save it for this one.</p></InsetText> : null}
      <FactsForm releaseId={release.id} version={release.version} groups={groups} />
    </Page>
  )
}
