import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '@/components/nhsuk/page'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <Page title="Page not found">
      <p>There is no page at this address, or it is not yours to see. Nothing was changed.</p>
      <p>If you typed the address, check it. If you followed a link from your own work, check that you act for the right organisation on <Link href="/account">your account page</Link>.</p>
      <p>You can <Link href="/products">find products</Link> or go to the <Link href="/">home page</Link>.</p>
    </Page>
  )
}
