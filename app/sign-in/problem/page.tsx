import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '@/components/nhsuk/page'

export const metadata: Metadata = { title: 'You are not signed in' }

const reasons: Record<string, string> = {
  Verification: 'The link has been used already, or is older than 15 minutes.',
  AccessDenied: 'The account you signed in with has no email address that its provider has checked.',
}

export default async function ProblemPage({ searchParams }: PageProps<'/sign-in/problem'>) {
  const { error } = await searchParams
  return (
    <Page title="You are not signed in">
      <p>{(typeof error === 'string' ? reasons[error] : undefined) ?? 'Signing in did not work. Nothing was changed.'}</p>
      <p><Link href="/sign-in">Ask for a new link</Link></p>
    </Page>
  )
}
