'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { endMembership, enterBody, grantMembership } from '@/lib/identity/commands'
import { bodyForm, grantForm, membershipForm } from '@/lib/identity/schema'
import { formAction } from '@/lib/web/form-action'

export const enter = formAction(bodyForm, async (actor, body) => {
  const id = await enterBody(actor, body)
  redirect(`/admin/organisations/${id}` as Route)
})

export const grant = formAction(grantForm, async (actor, input) => {
  await grantMembership(actor, input)
  revalidatePath('/admin/organisations/[bodyId]', 'page')
  return `${input.name} can now sign in with ${input.email}`
})

export const end = formAction(membershipForm, async (actor, input) => {
  await endMembership(actor, input)
  revalidatePath('/admin/organisations/[bodyId]', 'page')
})
