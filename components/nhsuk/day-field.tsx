import type { ReactNode } from 'react'
import { describedBy, errorOf, FieldError, groupClass, Hint, valueOf, type FieldProps } from './field-parts'

const parts = [
  { key: 'day', label: 'Day', width: 2, position: 2 },
  { key: 'month', label: 'Month', width: 2, position: 1 },
  { key: 'year', label: 'Year', width: 4, position: 0 },
] as const

/** A day in three boxes, posted as `name-day`, `name-month` and `name-year`. `initial` is 'YYYY-MM-DD' or ''. */
export function DayField({ name, legend, hint, state, initial = '' }: FieldProps & { legend: ReactNode; initial?: string }) {
  const error = errorOf(state, name)
  const stored = initial.split('-')
  return (
    <div className={groupClass(error)}>
      <fieldset className="nhsuk-fieldset" role="group" aria-describedby={describedBy(name, hint, error)}>
        <legend className="nhsuk-fieldset__legend">{legend}</legend>
        <Hint name={name}>{hint}</Hint>
        <FieldError name={name} error={error} />
        <div className="nhsuk-date-input">
          {parts.map(({ key, label, width, position }) => {
            // The error summary links to the field's name, so the first box carries it.
            const id = key === 'day' ? name : `${name}-${key}`
            const value = (stored[position] ?? '').replace(/^0/, '')
            return (
              <div className="nhsuk-date-input__item" key={key}>
                <div className="nhsuk-form-group">
                  <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>{label}</label>
                  <input
                    className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${error ? ' nhsuk-input--error' : ''}`}
                    id={id}
                    name={`${name}-${key}`}
                    type="text"
                    inputMode="numeric"
                    defaultValue={valueOf(state, `${name}-${key}`, value)}
                  />
                </div>
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
