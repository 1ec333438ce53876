'use client'

import { useActionState } from 'react'
import { KeptHidden } from '@/components/assessment/kept-hidden'
import { ActionForm } from '@/components/nhsuk/action-form'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { DayField } from '@/components/nhsuk/day-field'
import { TextAreaField, type Option } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { decide, decideOnListing } from './actions'

/** Everything that the decision is pinned to, as the page showed it. */
type Pinned = Record<string, string | number>

type Props = { pinned: Pinned; recommended: string; reason: string; outcomes: readonly Option[]; suggestedUntil: string; untilHint: string }

export function DecisionForm({ pinned, recommended, reason, outcomes, suggestedUntil, untilHint }: Props) {
  const [state, action] = useActionState(decide, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Record the decision">
      {Object.entries(pinned).map(([name, value]) => <KeptHidden key={name} name={name} value={value} state={state} />)}
      <RadiosField name="outcome" legend="What do you decide?" legendSize="m" hint={`Recommended: ${recommended}.`} state={state} options={outcomes} />
      <TextAreaField name="reason" label="Reason" hint="The register shows it with the proof." state={state} initial={reason} rows={4} />
      <DayField name="validUntil" legend="If it is met, what is the last day it is valid?" hint={untilHint} state={state} initial={suggestedUntil} />
    </ActionForm>
  )
}

const listingOutcomes: Option[] = [
  { value: 'listed', label: 'Put it on the register', hint: 'The product, each decision and its proof become public at once.' },
  { value: 'refused', label: 'Do not list it', hint: 'Nothing is shown to the public. The supplier reads the reason and each decision.' },
]

export function ListingForm({ pinned }: { pinned: Pinned }) {
  const [state, action] = useActionState(decideOnListing, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Record the decision">
      {Object.entries(pinned).map(([name, value]) => <KeptHidden key={name} name={name} value={value} state={state} />)}
      <RadiosField name="outcome" legend="What do you decide?" legendSize="m" state={state} options={listingOutcomes} />
      <TextAreaField name="reason" label="Reason" hint="The supplier reads it." state={state} rows={4} />
    </ActionForm>
  )
}
