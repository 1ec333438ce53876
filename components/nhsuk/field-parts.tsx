import type { ReactNode } from 'react'
import type { FormState } from '@/lib/web/form-state'

/** What every field takes. `state` gives back what was typed and what is wrong with it. */
export type FieldProps = { name: string; state: FormState; hint?: ReactNode }

export function errorOf(state: FormState, name: string): string | undefined {
  return state.fieldErrors[name]?.[0]
}

/** What was typed, or else what was stored. A list gives its first. */
export function valueOf(state: FormState, name: string, initial = ''): string {
  const kept = state.values[name]
  if (kept === undefined) return initial
  return Array.isArray(kept) ? (kept[0] ?? '') : kept
}

export function valuesOf(state: FormState, name: string, initial: readonly string[] = []): readonly string[] {
  const kept = state.values[name]
  if (kept === undefined) return Object.keys(state.values).length > 0 ? [] : initial
  return Array.isArray(kept) ? kept : [kept]
}

export function describedBy(name: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  return children ? <div className="nhsuk-hint" id={`${name}-hint`}>{children}</div> : null
}

export function FieldError({ name, error }: { name: string; error: string | undefined }) {
  return error ? <span className="nhsuk-error-message" id={`${name}-error`}><span className="nhsuk-u-visually-hidden">Error:</span> {error}</span> : null
}

export function groupClass(error: string | undefined): string {
  return `nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`
}
