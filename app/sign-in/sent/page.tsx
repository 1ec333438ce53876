import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '@/components/nhsuk/page'
import { env } from '@/lib/platform/env'

export const metadata: Metadata = { title: 'Check your email' }

export default function SentPage() {
  return (
    <Page title="Check your email" breadcrumbs={[{ href: '/sign-in', label: 'Sign in' }]}>
      <p>We have sent you a link. It works once, within 15 minutes.</p>
      <p>If it does not come, look among unwanted mail, then <Link href="/sign-in">ask for another</Link>.</p>
      {env().isDemonstration ? <p>In this demonstration no mail leaves the machine: <Link href="/outbox">read it in the outbox</Link>.</p> : null}
    </Page>
  )
}
