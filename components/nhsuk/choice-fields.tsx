import type { ReactNode } from 'react'
import type { Option } from './fields'
import { describedBy, errorOf, FieldError, groupClass, Hint, valueOf, valuesOf, type FieldProps } from './field-parts'

type Choices = FieldProps & { legend: ReactNode; options: readonly Option[]; legendSize?: 's' | 'm' | 'l' }

type Shell = Omit<Choices, 'options'> & { error: string | undefined; children: ReactNode }

function ChoiceGroup({ name, legend, legendSize, hint, error, children }: Shell) {
  return (
    <div className={groupClass(error)} id={name}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(name, hint, error)}>
        <legend className={`nhsuk-fieldset__legend${legendSize ? ` nhsuk-fieldset__legend--${legendSize}` : ''}`}>{legend}</legend>
        <Hint name={name}>{hint}</Hint>
        <FieldError name={name} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

function ChoiceHint({ id, hint, kind }: { id: string; hint: string | undefined; kind: 'radios' | 'checkboxes' }) {
  return hint ? <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={`${id}-hint`}>{hint}</div> : null
}

export function RadiosField({ name, legend, legendSize, hint, state, initial, options, inline }: Choices & { initial?: string; inline?: boolean }) {
  const error = errorOf(state, name)
  const value = valueOf(state, name, initial)
  return (
    <ChoiceGroup name={name} legend={legend} legendSize={legendSize} hint={hint} state={state} error={error}>
      <div className={`nhsuk-radios${inline ? ' nhsuk-radios--inline' : ''}`}>
        {options.map((option) => {
          const id = `${name}-${option.value}`
          return (
            <div className="nhsuk-radios__item" key={`${option.value}:${value}`}>
              <input className="nhsuk-radios__input" id={id} name={name} type="radio" value={option.value} defaultChecked={value === option.value} aria-describedby={option.hint ? `${id}-hint` : undefined} />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>{option.label}</label>
              <ChoiceHint id={id} hint={option.hint} kind="radios" />
            </div>
          )
        })}
      </div>
    </ChoiceGroup>
  )
}

/** Posts each ticked value as `name[]`. */
export function CheckboxesField({ name, legend, legendSize, hint, state, initial, options }: Choices & { initial?: readonly string[] }) {
  const error = errorOf(state, name)
  const chosen = valuesOf(state, name, initial)
  return (
    <ChoiceGroup name={name} legend={legend} legendSize={legendSize} hint={hint} state={state} error={error}>
      <div className="nhsuk-checkboxes">
        {options.map((option) => {
          const id = `${name}-${option.value}`
          const isChosen = chosen.includes(option.value)
          return (
            <div className="nhsuk-checkboxes__item" key={`${option.value}:${isChosen}`}>
              <input className="nhsuk-checkboxes__input" id={id} name={`${name}[]`} type="checkbox" value={option.value} defaultChecked={isChosen} aria-describedby={option.hint ? `${id}-hint` : undefined} />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>{option.label}</label>
              <ChoiceHint id={id} hint={option.hint} kind="checkboxes" />
            </div>
          )
        })}
      </div>
    </ChoiceGroup>
  )
}
