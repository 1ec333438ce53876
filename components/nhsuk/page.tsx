import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type Crumb = { href: Route; label: string }

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {crumbs.map(({ href, label }) => (
          <li className="nhsuk-breadcrumb__list-item" key={`${href}:${label}`}>
            <Link className="nhsuk-breadcrumb__link" href={href}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The frame of a page: where it is, what it is called, and its content. `wide` leaves the reading column for tables and working screens. */
export function Page({ title, caption, breadcrumbs = [], wide = false, children }: { title: ReactNode; caption?: ReactNode; breadcrumbs?: readonly Crumb[]; wide?: boolean; children: ReactNode }) {
  return (
    <>
      <Breadcrumbs crumbs={breadcrumbs} />
      <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
        <div className="nhsuk-grid-row">
          <div className={wide ? 'nhsuk-grid-column-full' : 'nhsuk-grid-column-two-thirds'}>
            <h1 className="nhsuk-heading-l">
              {caption ? <span className="nhsuk-caption-l">{caption} </span> : null}
              {title}
            </h1>
            {children}
          </div>
        </div>
      </main>
    </>
  )
}
