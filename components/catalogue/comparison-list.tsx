import type { Route } from 'next'
import Link from 'next/link'
import { SummaryList } from '@/components/nhsuk/layout'
import type { ComparedColumn, ComparedRow } from './comparison-table'

export type ComparedSection = { caption: string; rows: ComparedRow[] }

/** The same comparison for a narrow screen: one product after another. */
export function ComparisonList({ columns, sections }: { columns: ComparedColumn[]; sections: ComparedSection[] }) {
  return columns.map(({ slug, name, without }, index) => (
    <section key={slug} aria-label={name} className="nhsuk-u-margin-bottom-6">
      <h2 className="nhsuk-heading-m"><Link href={`/products/${slug}` as Route}>{name}</Link></h2>
      {without ? <p className="touchstone-filters"><Link href={without}>Remove<span className="nhsuk-u-visually-hidden"> {name}</span></Link></p> : null}
      {sections.map(({ caption, rows }) => (
        <div key={caption}>
          <h3 className="nhsuk-heading-s">{caption}</h3>
          <SummaryList rows={rows.map(({ heading, cells }) => ({ key: heading, value: cells[index]?.shown }))} />
        </div>
      ))}
    </section>
  ))
}
