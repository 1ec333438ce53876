import type { Metadata } from 'next'
import { Page } from '@/components/nhsuk/page'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import { env } from '@/lib/platform/env'
import { isOidcConfigured } from '@/lib/web/auth'
import { sessionCookie } from '@/lib/web/session-cookie'

export const metadata: Metadata = { title: 'Cookies' }

/** Names as next-auth makes them: over https the browser holds them to this site by their first letters. */
function cookieRows() {
  const { isSecure, OIDC_NAME } = env()
  const [host, secure] = isSecure ? ['__Host-', '__Secure-'] : ['', '']
  const provider = ['state', 'nonce', 'pkce.code_verifier'].map((name) => (
    [`${secure}next-auth.${name}`, `Makes sure that the answer from ${OIDC_NAME} is meant for you`, '15 minutes at most']
  ))
  const rows = [
    [sessionCookie().name, 'Says that you are signed in', 'Until you sign out, 12 hours at most'],
    [`${host}next-auth.csrf-token`, 'Makes sure that it is you who signs in here', 'Until you close the browser'],
    [`${secure}next-auth.callback-url`, 'Remembers which page to open after you sign in', 'Until you close the browser'],
    ...(isOidcConfigured() ? provider : []),
  ]
  return rows.map(([name = '', ...words]) => ({ key: name, cells: [<code className="touchstone-break" key="name">{name}</code>, ...words] }))
}

export default function CookiesPage() {
  return (
    <Page title="Cookies" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p className="nhsuk-lede-text">Reading the register sets no cookie. There is nothing to accept or refuse.</p>
      <h2 className="nhsuk-heading-m">When you sign in</h2>
      <p>Signing in keeps a cookie that says who you are. It cannot work without one, so we do not ask first. A few more help while you sign in.</p>
      <ResponsiveTable caption="Cookies of signing in" columns={['Name', 'What it is for', 'How long it stays']} rows={cookieRows()} />
      <h2 className="nhsuk-heading-m">What is not here</h2>
      <p>No page measures you, follows you or loads anything from anybody else.</p>
    </Page>
  )
}
