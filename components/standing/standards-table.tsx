import type { Route } from 'next'
import Link from 'next/link'
import { obligationNames } from '@/components/catalogue/standard-words'
import { ResponsiveTable } from '@/components/nhsuk/responsive-table'
import type { StandardStanding } from '@/lib/assessment/standing'
import { dayInWords } from '@/lib/platform/day'
import { StandingTag } from './standing-tag'

type Row = Pick<StandardStanding, 'standardId' | 'name' | 'version' | 'obligation' | 'standing' | 'until'> & { decision: object | null }

/** Each standard of a product with where it stands, and the way to its proof. */
export function StandardsTable({ caption, slug, rows, on }: { caption: string; slug: string; rows: readonly Row[]; on?: string }) {
  return (
    <ResponsiveTable
      caption={caption}
      columns={['Standard', 'Standing', 'Until', 'How it is known', 'Obligation']}
      rows={rows.map(({ standardId, name, version, obligation, standing, until, decision }) => ({
        key: standardId,
        cells: [
          <Link key="proof" href={`/products/${slug}/standards/${standardId}${on ? `?on=${on}` : ''}` as Route}>{name} {version}</Link>,
          <StandingTag key="standing" standing={standing} />,
          until ? dayInWords(until) : '–',
          decision ? 'Verified by assessors' : 'Not judged',
          obligationNames[obligation],
        ],
      }))}
    />
  )
}
