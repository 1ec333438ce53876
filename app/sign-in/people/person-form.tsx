'use client'

import { useActionState } from 'react'
import { emptyForm } from '@/lib/web/form-state'
import { becomePerson } from './actions'

export function PersonForm({ personId, name }: { personId: string; name: string }) {
  const [, action] = useActionState(becomePerson, emptyForm)
  return (
    <form action={action}>
      <input type="hidden" name="personId" value={personId} />
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Sign in<span className="nhsuk-u-visually-hidden"> as {name}</span></button>
    </form>
  )
}
