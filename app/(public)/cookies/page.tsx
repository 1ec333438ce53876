import type { Metadata } from 'next'
import { Page } from '@/components/nhsuk/page'

export const metadata: Metadata = { title: 'Cookies' }

export default function CookiesPage() {
  return (
    <Page title="Cookies" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p className="nhsuk-lede-text">Reading the register sets no cookie. There is nothing to accept or refuse.</p>
      <h2 className="nhsuk-heading-m">When you sign in</h2>
      <p>Signing in keeps a cookie that says who you are. The register does not work for you without it, so it needs no consent. It is removed when you sign out, and ends by itself.</p>
      <p>Signing in with an account of your organisation keeps a few more for the minutes that it takes, so that the answer from there can be trusted.</p>
      <h2 className="nhsuk-heading-m">What is not here</h2>
      <p>No page measures you, follows you or loads anything from anybody else.</p>
    </Page>
  )
}
