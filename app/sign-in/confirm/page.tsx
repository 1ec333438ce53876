import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '@/components/nhsuk/page'
import { ownPath } from '@/lib/web/own-path'

export const metadata: Metadata = { title: 'Finish signing in', referrer: 'no-referrer' }

/** A person presses the button: a mail scanner that only opens the link does not use it up. */
export default async function ConfirmPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const { token, email, next } = await searchParams
  if (typeof token !== 'string' || typeof email !== 'string') {
    return (
      <Page title="This link is not complete">
        <p>Part of the address is missing. Copy the whole link from the message, or <Link href="/sign-in">ask for another</Link>.</p>
      </Page>
    )
  }
  return (
    <Page title="Finish signing in">
      <p>You are signing in as <strong className="touchstone-break">{email}</strong>.</p>
      <form action="/api/auth/callback/email" method="get">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="callbackUrl" value={ownPath(typeof next === 'string' ? next : undefined)} />
        <button className="nhsuk-button" type="submit">Sign in</button>
      </form>
    </Page>
  )
}
