'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { publicFormAction } from '@/lib/web/form-action'
import { signInAs } from '@/lib/web/session'

export const becomePerson = publicFormAction(z.object({ personId: z.uuid() }), async ({ personId }) => {
  if (!env().isDemonstration) notFound()
  await signInAs(personId)
  redirect('/account')
})
