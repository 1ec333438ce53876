import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '@/components/nhsuk/page'

export const metadata: Metadata = { title: 'Accessibility statement' }

export default function AccessibilityPage() {
  return (
    <Page title="Accessibility statement" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p className="nhsuk-lede-text">We want everybody to be able to use this register, whatever they use to read it.</p>
      <h2 className="nhsuk-heading-m">What you can do</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>use every page and every form by keyboard alone</li>
        <li>use everything with JavaScript turned off</li>
        <li>zoom in to 400% or use a narrow screen without scrolling sideways</li>
        <li>listen to most pages with a screen reader: tables have headings, fields have labels, and errors are listed at the top of the page</li>
        <li>tell every standing by its words; colour only repeats them</li>
        <li>print any page</li>
      </ul>
      <h2 className="nhsuk-heading-m">How it was checked</h2>
      <p>The aim is level AA of the Web Content Accessibility Guidelines 2.2. Pages were checked by the axe rules while they were built. That finds many problems, but not all.</p>
      <h2 className="nhsuk-heading-m">What is not known</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>No person who relies on a screen reader, magnifier or voice control has tested the register yet.</li>
        <li>Files that suppliers show as evidence are theirs. Some may not be accessible.</li>
        <li>Long tables are turned into lists on narrow screens; some readers may find them long.</li>
      </ul>
      <h2 className="nhsuk-heading-m">What we hold others to</h2>
      <p>Accessibility is one of the standards of the register. <Link href="/standards">See what is asked of products</Link>.</p>
    </Page>
  )
}
