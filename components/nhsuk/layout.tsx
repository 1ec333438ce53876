import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type TagColour = 'white' | 'grey' | 'green' | 'aqua-green' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow'

export function Tag({ colour, children }: { colour?: TagColour; children: ReactNode }) {
  return <strong className={`nhsuk-tag${colour ? ` nhsuk-tag--${colour}` : ''}`}>{children}</strong>
}

export type SummaryRow = { key: ReactNode; value: ReactNode; action?: { href: Route; label: string; of: string } }

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row, index) => (
        <div className="nhsuk-summary-list__row" key={index}>
          <dt className="nhsuk-summary-list__key">{row.key}</dt>
          <dd className="nhsuk-summary-list__value">{row.value}</dd>
          {row.action ? (
            <dd className="nhsuk-summary-list__actions">
              <Link href={row.action.href}>{row.action.label}<span className="nhsuk-u-visually-hidden"> {row.action.of}</span></Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

export function InsetText({ children }: { children: ReactNode }) {
  return <div className="nhsuk-inset-text"><span className="nhsuk-u-visually-hidden">Information: </span>{children}</div>
}

export function WarningCallout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label"><span role="text"><span className="nhsuk-u-visually-hidden">Important: </span>{title}</span></h2>
      {children}
    </div>
  )
}

export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary"><span className="nhsuk-details__summary-text">{summary}</span></summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  )
}

/** Why a list is empty, and the first step. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return <div className="nhsuk-inset-text"><p><strong>{title}</strong></p>{children}</div>
}

function PageStep({ kind, href, page, pages }: { kind: 'previous' | 'next'; href: Route; page: number; pages: number }) {
  const word = kind === 'previous' ? 'Previous' : 'Next'
  return (
    <li className={`nhsuk-pagination-item--${kind}`}>
      <Link className={`nhsuk-pagination__link nhsuk-pagination__link--${kind === 'previous' ? 'prev' : 'next'}`} href={href} rel={kind === 'previous' ? 'prev' : 'next'}>
        <span className="nhsuk-pagination__title">{word}</span>
        <span className="nhsuk-u-visually-hidden">:</span>
        <span className="nhsuk-pagination__page">Page {page} of {pages}</span>
      </Link>
    </li>
  )
}

/** Steps to the page before and after; nothing when there is one page. */
export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => Route }) {
  if (pages <= 1) return null
  return (
    <nav className="nhsuk-pagination" aria-label="Pages">
      <ul className="nhsuk-list nhsuk-pagination__list">
        {page > 1 ? <PageStep kind="previous" href={href(page - 1)} page={page - 1} pages={pages} /> : null}
        {page < pages ? <PageStep kind="next" href={href(page + 1)} page={page + 1} pages={pages} /> : null}
      </ul>
    </nav>
  )
}
