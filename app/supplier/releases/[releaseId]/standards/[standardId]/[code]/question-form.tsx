'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { ActionForm, SubmitButton } from '@/components/nhsuk/action-form'
import { CheckboxesField } from '@/components/nhsuk/choice-fields'
import { Hidden, TextAreaField, type Option } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { save } from './actions'
import { AnswerFields, type AnswerKind } from './question-fields'

type Props = {
  releaseId: string
  standardId: string
  code: string
  criterionId: string
  version: number
  kind: AnswerKind
  initial: { value: string; explanation: string; evidence: readonly string[] }
  library: readonly Option[]
}

export function QuestionForm({ releaseId, standardId, code, criterionId, version, kind, initial, library }: Props) {
  const [state, action] = useActionState(save, emptyForm)
  const also = <SubmitButton tone="secondary" name="then" value="add-evidence">Save and add new evidence</SubmitButton>
  return (
    <ActionForm action={action} state={state} submit="Save and continue" also={<div>{also}</div>}>
      <Hidden name="releaseId" value={releaseId} />
      <Hidden name="standardId" value={standardId} />
      <Hidden name="code" value={code} />
      <Hidden name="criterionId" value={criterionId} />
      <VersionField state={state} version={version} />
      <AnswerFields kind={kind} initial={initial.value} state={state} />
      <TextAreaField name="explanation" label="Explanation (optional)" hint="Say what the assessor should know, and where in the evidence to look" state={state} initial={initial.explanation} rows={5} />
      {library.length > 0
        ? <CheckboxesField name="evidence" legend="Your evidence" legendSize="s" hint="Select what shows your answer. One piece of evidence can be used for several questions." state={state} initial={initial.evidence} options={library} />
        : null}
    </ActionForm>
  )
}
