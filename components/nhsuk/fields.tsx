import type { HTMLAttributes, HTMLInputTypeAttribute } from 'react'
import { describedBy, errorOf, FieldError, groupClass, Hint, valueOf, type FieldProps } from './field-parts'

type Labelled = FieldProps & { label: string; initial?: string }

type TextProps = Labelled & {
  type?: HTMLInputTypeAttribute
  autoComplete?: string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Characters the box is wide, where the answer has a usual length. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
}

export function TextField({ name, label, hint, state, initial, type = 'text', autoComplete, inputMode, width }: TextProps) {
  const error = errorOf(state, name)
  return (
    <div className={groupClass(error)}>
      <label className="nhsuk-label" htmlFor={name}>{label}</label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name} error={error} />
      <input
        className={`nhsuk-input${width ? ` nhsuk-input--width-${width}` : ''}${error ? ' nhsuk-input--error' : ''}`}
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        defaultValue={valueOf(state, name, initial)}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}

export function TextAreaField({ name, label, hint, state, initial, rows = 5 }: Labelled & { rows?: number }) {
  const error = errorOf(state, name)
  return (
    <div className={groupClass(error)}>
      <label className="nhsuk-label" htmlFor={name}>{label}</label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name} error={error} />
      <textarea
        className={`nhsuk-textarea${error ? ' nhsuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        defaultValue={valueOf(state, name, initial)}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}

export type Option = { value: string; label: string; hint?: string }

export function SelectField({ name, label, hint, state, initial, options }: Labelled & { options: readonly Option[] }) {
  const error = errorOf(state, name)
  const value = valueOf(state, name, initial)
  return (
    <div className={groupClass(error)}>
      <label className="nhsuk-label" htmlFor={name}>{label}</label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name} error={error} />
      <select className={`nhsuk-select max-w-full${error ? ' nhsuk-select--error' : ''}`} id={name} name={name} key={value} defaultValue={value} aria-describedby={describedBy(name, hint, error)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  )
}

export function FileField({ name, label, hint, state, accept }: Labelled & { accept?: string }) {
  const error = errorOf(state, name)
  return (
    <div className={groupClass(error)}>
      <label className="nhsuk-label" htmlFor={name}>{label}</label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name} error={error} />
      <input className="nhsuk-file-upload nhsuk-input" id={name} name={name} type="file" accept={accept} aria-describedby={describedBy(name, hint, error)} />
    </div>
  )
}

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}
