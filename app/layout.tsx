import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Footer } from '@/components/nhsuk/footer'
import { Header } from '@/components/nhsuk/header'
import { env } from '@/lib/platform/env'
import { currentActor } from '@/lib/web/session'
import './globals.css'
import { accountLinksFor, navigationFor } from './navigation'

export const metadata: Metadata = {
  title: { template: '%s – Touchstone', default: 'Touchstone' },
  description: 'The public register of digital systems that the NHS may buy: which minimum technical standards each one meets, how that is known, and until when.',
  icons: { icon: '/favicon.svg' },
}

export const dynamic = 'force-dynamic'

const attribution = 'Contains public sector information licensed under the Open Government Licence v3.0.'

function DemonstrationBanner() {
  return (
    <aside className="touchstone-banner" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p><strong>Demonstration.</strong> Suppliers, products and people are fictitious. NHS organisations, capabilities and standards are real.</p>
      </div>
    </aside>
  )
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const { isDemonstration } = env()
  return (
    <html lang="en-GB" className="nhsuk-template">
      <body className="nhsuk-template__body">
        <a className="nhsuk-skip-link" href="#maincontent">Skip to main content</a>
        <Header serviceName="Touchstone" navigation={navigationFor(actor)} account={accountLinksFor(actor, isDemonstration)} />
        {isDemonstration ? <DemonstrationBanner /> : null}
        <div className="nhsuk-width-container">{children}</div>
        <Footer
          links={[
            { href: '/how-products-are-assessed', label: 'How products are assessed' },
            { href: '/capabilities', label: 'Capabilities' },
            { href: '/accessibility', label: 'Accessibility' },
            { href: '/cookies', label: 'Cookies' },
          ]}
          attribution={attribution}
        />
      </body>
    </html>
  )
}
