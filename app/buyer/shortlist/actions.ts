'use server'

import { redirect } from 'next/navigation'
import { addToShortlist, changeNote, removeFromShortlist } from '@/lib/procurement/commands'
import { addForm, noteForm, removeForm } from '@/lib/procurement/schema'
import { formAction } from '@/lib/web/form-action'

export const add = formAction(addForm, async (actor, form) => {
  await addToShortlist(actor, form)
  redirect('/buyer/shortlist')
})

export const note = formAction(noteForm, async (actor, form) => {
  await changeNote(actor, form)
  redirect('/buyer/shortlist')
})

export const remove = formAction(removeForm, async (actor, form) => {
  await removeFromShortlist(actor, form)
  redirect('/buyer/shortlist')
})
