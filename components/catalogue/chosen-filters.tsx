import type { Route } from 'next'
import Link from 'next/link'
import { printAddress } from '@/lib/catalogue/search'
import type { Removable } from '@/lib/catalogue/search-words'

/** What narrows the search, each taken off by one link. */
export function ChosenFilters({ chosen }: { chosen: Removable[] }) {
  if (chosen.length === 0) return null
  return (
    <div className="touchstone-filters nhsuk-u-margin-bottom-3">
      <h3 className="nhsuk-u-visually-hidden">Filters in use</h3>
      <ul className="nhsuk-list flex flex-wrap gap-2 nhsuk-u-margin-bottom-2">
        {chosen.map(({ label, without }) => (
          <li key={label} className="nhsuk-u-margin-bottom-0">
            <Link className="nhsuk-tag nhsuk-tag--white" href={printAddress(without) as Route}><span className="nhsuk-u-visually-hidden">Remove </span>{label} <span aria-hidden="true">×</span></Link>
          </li>
        ))}
      </ul>
      <Link className="nhsuk-body-s" href="/products">Clear all</Link>
    </div>
  )
}
