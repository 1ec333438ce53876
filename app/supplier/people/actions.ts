'use server'

import { endMembership, inviteColleague } from '@/lib/identity/commands'
import { inviteForm, membershipForm } from '@/lib/identity/schema'
import { formAction } from '@/lib/web/form-action'
import { redirect } from 'next/navigation'

export const invite = formAction(inviteForm, async (actor, form) => {
  await inviteColleague(actor, form)
  redirect('/supplier/people')
})

export const end = formAction(membershipForm, async (actor, form) => {
  await endMembership(actor, form)
  redirect('/supplier/people')
})
