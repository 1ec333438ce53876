'use client'

import { useActionState } from 'react'
import { emptyForm } from '@/lib/web/form-state'
import { signOut, switchOrganisation } from './actions'

export function SwitchForm({ membershipId, bodyName }: { membershipId: string; bodyName: string }) {
  const [, action] = useActionState(switchOrganisation, emptyForm)
  return (
    <form action={action}>
      <input type="hidden" name="membershipId" value={membershipId} />
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">Act for {bodyName}</button>
    </form>
  )
}

export function SignOutForm() {
  const [, action] = useActionState(signOut, emptyForm)
  return <form action={action}><button className="nhsuk-button" type="submit">Sign out</button></form>
}
