'use client'

import { useActionState } from 'react'
import { VersionField } from '@/app/supplier/version-field'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { withdraw } from './actions'

export function WithdrawForm({ releaseId, assessmentId, version }: { releaseId: string; assessmentId: string; version: number }) {
  const [state, action] = useActionState(withdraw, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Withdraw" tone="warning">
      <Hidden name="releaseId" value={releaseId} />
      <Hidden name="assessmentId" value={assessmentId} />
      <VersionField state={state} version={version} />
    </ActionForm>
  )
}
