import type { Metadata, Route } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { InsetText } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { env } from '@/lib/platform/env'
import { isOidcConfigured } from '@/lib/web/auth'
import { ownPath } from '@/lib/web/own-path'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

/** The token that next-auth expects back with the provider's button; the cookie holds it before a '|'. */
async function csrfToken(): Promise<string | null> {
  const jar = await cookies()
  const value = jar.get(env().isSecure ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token')?.value
  return value?.split('|')[0] ?? null
}

function ProviderForm({ csrf, next }: { csrf: string | null; next: string }) {
  if (!isOidcConfigured()) return null
  if (!csrf) return <p>To sign in with {env().OIDC_NAME}, let this site keep a cookie, then open this page again.</p>
  return (
    <form action="/api/auth/signin/oidc" method="post">
      <input type="hidden" name="csrfToken" value={csrf} />
      <input type="hidden" name="callbackUrl" value={next} />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">Sign in with {env().OIDC_NAME}</button>
    </form>
  )
}

/** Where to go on to. next-auth, which comes back here once it has set its cookie, gives it as a whole address. */
function pathAfter(next: unknown, callbackUrl: unknown): string {
  if (typeof next === 'string') return ownPath(next)
  if (typeof callbackUrl !== 'string' || !URL.canParse(callbackUrl)) return '/'
  const { pathname, search } = new URL(callbackUrl)
  return ownPath(`${pathname}${search}`)
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: wanted, callbackUrl, error } = await searchParams
  // next-auth sends some refusals here; the other page says what they mean.
  if (typeof error === 'string') redirect(`/sign-in/problem?${new URLSearchParams({ error })}` as Route)
  const next = pathAfter(wanted, callbackUrl)
  const csrf = await csrfToken()
  // next-auth sets the cookie and comes back here; the second time we do not ask again.
  if (isOidcConfigured() && !csrf && callbackUrl === undefined) redirect(`/api/auth/signin?${new URLSearchParams({ callbackUrl: next })}` as Route)
  return (
    <Page title="Sign in" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p>You need an account only to supply, assess or shortlist. Reading the register needs none.</p>
      {env().isDemonstration ? (
        <InsetText><p>This is a demonstration. <Link href="/sign-in/people">Choose a person to sign in as</Link>.</p></InsetText>
      ) : null}
      <SignInForm next={next} />
      <ProviderForm csrf={csrf} next={next} />
    </Page>
  )
}
