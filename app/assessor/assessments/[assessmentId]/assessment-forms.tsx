'use client'

import { useActionState } from 'react'
import { KeptHidden } from '@/components/assessment/kept-hidden'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { sendRequests, take } from './actions'

type Props = { assessmentId: string; version: number }

export function TakeForm({ assessmentId, version, isTakeover }: Props & { isTakeover: boolean }) {
  const [state, action] = useActionState(take, emptyForm)
  return (
    <ActionForm action={action} state={state} submit={isTakeover ? 'Take it over' : 'Take this assessment'} tone="secondary">
      <Hidden name="assessmentId" value={assessmentId} />
      <Hidden name="version" value={version} />
    </ActionForm>
  )
}

export function SendRequestsForm({ assessmentId, version, requests }: Props & { requests: number }) {
  const [state, action] = useActionState(sendRequests, emptyForm)
  return (
    <ActionForm action={action} state={state} submit={requests === 1 ? 'Send the request to the supplier' : `Send ${requests} requests to the supplier`}>
      <Hidden name="assessmentId" value={assessmentId} />
      <KeptHidden name="version" value={version} state={state} />
    </ActionForm>
  )
}
