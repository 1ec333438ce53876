'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { membershipForm } from '@/lib/identity/schema'
import { endSession } from '@/lib/identity/session'
import { formAction } from '@/lib/web/form-action'
import { actThrough } from '@/lib/web/session'
import { sessionCookie } from '@/lib/web/session-cookie'

export const switchOrganisation = formAction(membershipForm, async (actor, { membershipId }) => {
  await actThrough(actor, membershipId)
  redirect('/account')
})

export const signOut = formAction(z.object({}), async () => {
  const { name } = sessionCookie()
  const jar = await cookies()
  const token = jar.get(name)?.value
  if (token) await endSession(token)
  jar.delete(name)
  redirect('/')
})
