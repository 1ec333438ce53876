'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden, TextField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { sendLink } from './actions'

export function SignInForm({ next }: { next: string }) {
  const [state, action] = useActionState(sendLink, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Send me a link">
      <Hidden name="next" value={next} />
      <TextField name="email" label="Email address" hint="We will send a link that signs you in. It works once, within 15 minutes." type="email" autoComplete="email" state={state} width={30} />
    </ActionForm>
  )
}
