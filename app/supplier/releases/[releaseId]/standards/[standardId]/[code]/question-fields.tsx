import { CheckboxesField, RadiosField } from '@/components/nhsuk/choice-fields'
import { DayField } from '@/components/nhsuk/day-field'
import { TextAreaField, TextField, type Option } from '@/components/nhsuk/fields'
import type { FormState } from '@/lib/web/form-state'

/** How a question is answered, as plain data for the browser. */
export type AnswerKind = { type: 'options'; options: readonly Option[] } | { type: 'text' | 'date' | 'url' | 'percent'; allowNotApplicable: boolean }

type Props = { kind: AnswerKind; initial: string; state: FormState }

const NOT_APPLICABLE = 'not-applicable'

function TypedField({ kind, initial, state }: Props) {
  const typed = initial === NOT_APPLICABLE ? '' : initial
  switch (kind.type) {
    case 'date': return <DayField name="value" legend="Your answer" hint="For example 27 3 2026" state={state} initial={typed} />
    case 'url': return <TextField name="value" label="Your answer" hint="A full web address, starting with https://" type="url" state={state} initial={typed} />
    case 'percent': return <TextField name="value" label="Your answer" hint="A percentage with two decimal places, such as 99.95" state={state} initial={typed} width={10} inputMode="decimal" />
    default: return <TextAreaField name="value" label="Your answer" state={state} initial={typed} rows={5} />
  }
}

/** The field or fields of an answer. What is typed in gives way to 'not applicable' when that is ticked. */
export function AnswerFields({ kind, initial, state }: Props) {
  if (kind.type === 'options') return <RadiosField name="value" legend="Your answer" legendSize="s" state={state} initial={initial} options={kind.options} />
  return (
    <>
      <TypedField kind={kind} initial={initial} state={state} />
      {kind.allowNotApplicable
        ? <CheckboxesField name="notApplicable" legend="Or" state={state} initial={initial === NOT_APPLICABLE ? ['yes'] : []} options={[{ value: 'yes', label: 'This does not apply to the release' }]} />
        : null}
    </>
  )
}
