'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden, type Option } from '@/components/nhsuk/fields'
import { valuesOf } from '@/components/nhsuk/field-parts'
import { emptyForm } from '@/lib/web/form-state'
import { claim } from './actions'

export type CapabilityGroup = { category: string; options: readonly Option[] }

type GroupProps = CapabilityGroup & { chosen: readonly string[] }

/** All groups post one list, so each is a fieldset of its own under one name. */
function Group({ category, options, chosen }: GroupProps) {
  return (
    <div className="nhsuk-form-group">
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{category}</legend>
        <div className="nhsuk-checkboxes">
          {options.map(({ value, label, hint }) => {
            const isChosen = chosen.includes(value)
            return (
              <div className="nhsuk-checkboxes__item" key={`${value}:${isChosen}`}>
                <input className="nhsuk-checkboxes__input" id={`refs-${value}`} name="refs[]" type="checkbox" value={value} defaultChecked={isChosen} aria-describedby={hint ? `refs-${value}-hint` : undefined} />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`refs-${value}`}>{label}</label>
                {hint ? <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`refs-${value}-hint`}>{hint}</div> : null}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

export function ClaimsForm({ releaseId, version, groups, initial }: { releaseId: string; version: number; groups: readonly CapabilityGroup[]; initial: readonly string[] }) {
  const [state, action] = useActionState(claim, emptyForm)
  const chosen = valuesOf(state, 'refs', initial)
  return (
    <ActionForm action={action} state={state} submit="Save">
      <Hidden name="releaseId" value={releaseId} />
      <VersionField state={state} version={version} />
      <div id="refs">{groups.map((group) => <Group key={group.category} {...group} chosen={chosen} />)}</div>
    </ActionForm>
  )
}
