'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { signInForm } from '@/lib/identity/schema'
import { requestSignInLink } from '@/lib/identity/sign-in'
import { publicFormAction } from '@/lib/web/form-action'
import { clientAddress } from '@/lib/web/client-address'
import { ownPath } from '@/lib/web/own-path'

export const sendLink = publicFormAction(signInForm, async ({ email, next }) => {
  await requestSignInLink(email, ownPath(next), clientAddress(await headers()))
  redirect('/sign-in/sent')
})
