'use client'

import { useActionState, type ReactNode } from 'react'
import { KeptHidden } from '@/components/assessment/kept-hidden'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { SelectField, TextAreaField } from '@/components/nhsuk/fields'
import { findingNames, methodNames } from '@/lib/assessment/assessment'
import { emptyForm, type FormState } from '@/lib/web/form-state'
import { AboutFields, type AboutSubmission } from './about-submission'
import { saveFindings } from './actions'

export type CriterionToFind = {
  id: string
  code: string
  assessed: boolean
  finding: { outcome: string; method: string; reason: string; version: number } | null
  /** The finding of the round before, in words, where there is none yet. */
  earlier: string | null
  /** The criterion and its answer, rendered on the server. */
  shown: ReactNode
}

const outcomes = Object.entries(findingNames).map(([value, label]) => ({ value, label }))
const methods = Object.entries(methodNames).map(([value, label]) => ({ value, label }))

function FindingFields({ criterion, state }: { criterion: CriterionToFind; state: FormState }) {
  const { id, code, finding, earlier } = criterion
  return (
    <div>
      <KeptHidden name={`version-${id}`} value={finding?.version ?? 0} state={state} />
      {earlier ? <p className="nhsuk-body-s">In the round before: {earlier}</p> : null}
      <RadiosField name={`outcome-${id}`} legend={`Finding on ${code}`} legendSize="s" state={state} initial={finding?.outcome} options={outcomes} inline />
      <SelectField name={`method-${id}`} label={`How you judged ${code}`} state={state} initial={finding?.method ?? 'examine'} options={methods} />
      <TextAreaField name={`reason-${id}`} label={`Reason for the finding on ${code}`} state={state} initial={finding?.reason} rows={3} />
    </div>
  )
}

/** All findings of one standard in one form: saved together, and whatever is not filled in stays open. */
export function FindingsForm({ about, criteria }: { about: AboutSubmission; criteria: readonly CriterionToFind[] }) {
  const [state, action] = useActionState(saveFindings, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save findings">
      <AboutFields about={about} state={state} />
      {criteria.map((criterion) => (
        <section className="touchstone-criterion gap-x-8 border-0 border-t border-solid border-nhs-grey-4 pt-4 lg:grid lg:grid-cols-2" id={`criterion-${criterion.id}`} key={criterion.id} aria-labelledby={`criterion-${criterion.id}-question`}>
          <div>{criterion.shown}</div>
          {criterion.assessed ? <FindingFields criterion={criterion} state={state} /> : <p className="nhsuk-body-s">Asked for context. It is not judged.</p>}
        </section>
      ))}
    </ActionForm>
  )
}
