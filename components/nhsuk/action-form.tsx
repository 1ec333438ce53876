'use client'

import { useRef, type ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import type { FormState } from '@/lib/web/form-state'
import { ErrorSummary } from './error-summary'

type Tone = 'primary' | 'secondary' | 'warning'
const toneClasses: Record<Tone, string> = { primary: '', secondary: ' nhsuk-button--secondary', warning: ' nhsuk-button--warning' }

/** A button that sends its form once: a second click while the first is under way does nothing. */
export function SubmitButton({ children, tone = 'primary', name, value }: { children: ReactNode; tone?: Tone; name?: string; value?: string }) {
  const { pending } = useFormStatus()
  return (
    <button type="submit" className={`nhsuk-button${toneClasses[tone]}`} aria-disabled={pending} name={name} value={value}>
      {children}
    </button>
  )
}

type Props = {
  action: (data: FormData) => void
  state: FormState
  submit: string
  tone?: Tone
  /** A uuid from the server, where sending the form twice must count once. */
  formKey?: string
  /** Further ways to send the form, after its own button, so that Enter means the first. */
  also?: ReactNode
  children?: ReactNode
}

/** A form that works without JavaScript, says what is wrong above its fields and keeps what was typed. */
export function ActionForm({ action, state, submit, tone, formKey, also, children }: Props) {
  const sending = useRef<FormState | null>(null)
  return (
    <form
      action={action}
      noValidate
      onSubmit={(event) => {
        // One post for each state of the page; the next state opens the form again.
        if (sending.current === state) event.preventDefault()
        sending.current = state
      }}
    >
      <ErrorSummary state={state} />
      {state.saved ? <div className="nhsuk-inset-text" role="status"><p>{state.saved}</p></div> : null}
      {formKey ? <input type="hidden" name="formKey" value={formKey} /> : null}
      {children}
      <SubmitButton tone={tone ?? 'primary'}>{submit}</SubmitButton>
      {also}
    </form>
  )
}
