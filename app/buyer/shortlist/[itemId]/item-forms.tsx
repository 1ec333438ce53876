'use client'

import { useActionState } from 'react'
import { ActionForm } from '@/components/nhsuk/action-form'
import { Hidden, TextAreaField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'
import { note as saveNote, remove } from '../actions'

type Item = { itemId: string; version: number }

export function NoteForm({ itemId, version, note }: Item & { note: string }) {
  const [state, action] = useActionState(saveNote, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Save note">
      <Hidden name="itemId" value={itemId} />
      <Hidden name="version" value={version} />
      <TextAreaField name="note" label="Your note" hint="For you alone." state={state} initial={note} rows={5} />
    </ActionForm>
  )
}

export function RemoveForm({ itemId, version }: Item) {
  const [state, action] = useActionState(remove, emptyForm)
  return (
    <ActionForm action={action} state={state} submit="Remove from your shortlist" tone="warning">
      <Hidden name="itemId" value={itemId} />
      <Hidden name="version" value={version} />
    </ActionForm>
  )
}
