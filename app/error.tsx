'use client'

import { Page } from '@/components/nhsuk/page'

/** A fault of ours. The reference is in the log beside its cause; the page shows nothing else of it. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Page title="Sorry, there is a problem with the register">
      <title>Problem with the register – Touchstone</title>
      <p>What you sent was either saved whole or not at all. Go back and open the page again to see which.</p>
      <p>If it happens again, tell us this reference: <strong>{error.digest ?? 'none'}</strong></p>
    </Page>
  )
}
