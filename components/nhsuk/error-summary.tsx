'use client'

import { useEffect, useRef } from 'react'
import type { FormState } from '@/lib/web/form-state'

/** Every error of a form in one list above it, each linking to its field. Takes the focus when it appears. */
export function ErrorSummary({ state }: { state: FormState }) {
  const box = useRef<HTMLDivElement>(null)
  const errors = Object.entries(state.fieldErrors).flatMap(([name, messages]) => messages.map((message) => ({ name, message })))
  const hasErrors = errors.length > 0 || Boolean(state.formError)
  useEffect(() => {
    if (hasErrors) box.current?.focus()
  }, [state, hasErrors])
  if (!hasErrors) return null
  return (
    <div className="nhsuk-error-summary" aria-labelledby="error-summary-title" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">There is a problem</h2>
      <div className="nhsuk-error-summary__body">
        {state.formError ? <p>{state.formError}</p> : null}
        {errors.length > 0 ? (
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ name, message }) => <li key={`${name}:${message}`}><a href={`#${name}`}>{message}</a></li>)}
          </ul>
        ) : null}
      </div>
    </div>
  )
}
