'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { ActionForm } from '@/components/nhsuk/action-form'
import { CheckboxesField, RadiosField } from '@/components/nhsuk/choice-fields'
import { Hidden, type Option } from '@/components/nhsuk/fields'
import { emptyForm, type FormState } from '@/lib/web/form-state'
import { state as stateFacts } from './actions'

/** A question of the facts as the page hands it over: plain data, with the answer that is shown first. */
export type AskedFact = { name: string; question: string; hint: string } & (
  | { kind: 'any-of'; options: readonly Option[]; initial: readonly string[] }
  | { kind: 'one-of' | 'yes-no'; options: readonly Option[]; initial: string }
)

export type AskedGroup = { id: string; title: string; questions: readonly AskedFact[] }

function Fact({ fact, state }: { fact: AskedFact; state: FormState }) {
  const { name, question, hint, options } = fact
  if (fact.kind === 'any-of') return <CheckboxesField name={name} legend={question} legendSize="s" hint={hint} state={state} initial={fact.initial} options={options} />
  return <RadiosField name={name} legend={question} legendSize="s" hint={hint} state={state} initial={fact.initial} options={options} inline={fact.kind === 'yes-no'} />
}

export function FactsForm({ releaseId, version, groups }: { releaseId: string; version: number; groups: readonly AskedGroup[] }) {
  const [state, action] = useActionState(stateFacts, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save and see which standards apply">
      <Hidden name="releaseId" value={releaseId} />
      <VersionField state={state} version={version} />
      {groups.map(({ id, title, questions }) => (
        <section key={id}>
          <h2 className="nhsuk-heading-m">{title}</h2>
          {questions.map((fact) => <Fact key={fact.name} fact={fact} state={state} />)}
        </section>
      ))}
    </ActionForm>
  )
}
