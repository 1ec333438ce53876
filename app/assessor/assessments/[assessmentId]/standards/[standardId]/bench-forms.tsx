'use client'

import { useActionState } from 'react'
import { KeptHidden } from '@/components/assessment/kept-hidden'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { DayField } from '@/components/nhsuk/day-field'
import { SelectField, TextAreaField, type Option } from '@/components/nhsuk/fields'
import { outcomeNames } from '@/lib/assessment/assessment'
import type { DecisionOutcome } from '@/lib/assessment/standing'
import { emptyForm } from '@/lib/web/form-state'
import { AboutFields, type AboutSubmission } from './about-submission'
import { askForChanges, carry, keepRecord, saveRecommendation } from './actions'

type Props = { about: AboutSubmission }

export function CarryForm({ about, carryable }: Props & { carryable: number }) {
  const [state, action] = useActionState(carry, emptyForm)
  return (
    <ActionForm action={action} state={state} submit={carryable === 1 ? 'Take over 1 finding of the round before' : `Take over ${carryable} findings of the round before`} tone="secondary">
      <AboutFields about={about} state={state} />
    </ActionForm>
  )
}

const recordMethods: Option[] = [
  { value: 'interview', label: 'A call or an interview' },
  { value: 'test', label: 'A live demonstration or a test' },
  { value: 'examine', label: 'Something I looked up myself' },
]

export function OwnEvidenceForm({ about, criteria, formKey }: Props & { criteria: readonly Option[]; formKey: string }) {
  const [state, action] = useActionState(keepRecord, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Keep this evidence" tone="secondary" formKey={formKey}>
      <AboutFields about={about} state={state} />
      <SelectField name="criterionId" label="Criterion" state={state} options={[{ value: '', label: 'Select a criterion' }, ...criteria]} />
      <RadiosField name="method" legend="What did you do?" state={state} options={recordMethods} />
      <DayField name="occurredOn" legend="When did it happen?" hint="For example, 27 3 2026" state={state} />
      <TextAreaField name="summary" label="What did you see?" hint="It cannot be changed afterwards, and the register shows it with the proof once the product is listed." state={state} rows={4} />
    </ActionForm>
  )
}

export function ChangeRequestForm({ about, request }: Props & { request: { message: string; version: number } | null }) {
  const [state, action] = useActionState(askForChanges, emptyForm)
  return (
    <ActionForm action={action} state={state} submit={request ? 'Change the request' : 'Save the request'} tone="secondary">
      <AboutFields about={about} state={state} />
      <KeptHidden name="version" value={request?.version ?? 0} state={state} />
      <TextAreaField name="message" label="What has to change?" hint="Name the questions by their numbers, and say what good evidence would be." state={state} initial={request?.message} rows={4} />
    </ActionForm>
  )
}

export function RecommendationForm({ about, possible, recommendation }: Props & { possible: readonly DecisionOutcome[]; recommendation: { outcome: DecisionOutcome; reason: string; version: number } | null }) {
  const [state, action] = useActionState(saveRecommendation, emptyForm)
  return (
    <ActionForm action={action} state={state} submit={recommendation ? 'Change the recommendation' : 'Recommend'}>
      <AboutFields about={about} state={state} />
      <KeptHidden name="version" value={recommendation?.version ?? 0} state={state} />
      <RadiosField name="outcome" legend="What do you recommend?" hint="Only what the findings support is offered." state={state} initial={recommendation?.outcome} options={possible.map((value) => ({ value, label: outcomeNames[value] }))} />
      <TextAreaField name="reason" label="Reason for the recommendation" state={state} initial={recommendation?.reason} rows={4} />
    </ActionForm>
  )
}
