import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { WARNING_DAYS } from '@/lib/assessment/standing'
import { changeInWords } from '@/lib/catalogue/change-words'
import { counted, thousands } from '@/lib/catalogue/counted'
import { recentChanges, registerCounts, type Change, type RegisterCounts } from '@/lib/catalogue/queries/register'
import { dayInWords, dayOf } from '@/lib/platform/day'

export const metadata: Metadata = { title: { absolute: 'Touchstone: digital systems that the NHS may buy' } }

const doors: { href: Route; title: string; text: string }[] = [
  { href: '/products?compliant=yes', title: 'Find products that meet the standards', text: 'Search by what a product does, see which standards it meets, until when and who says so.' },
  { href: '/supplier', title: 'Supply a product', text: 'State what it does, see which standards apply, prove it once and use the proof again.' },
  { href: '/how-products-are-assessed', title: 'How products are assessed', text: 'Two people judge the evidence against each standard. Nobody decides alone.' },
]

function SearchBox() {
  return (
    <form method="get" action="/products" role="search">
      <label className="nhsuk-label nhsuk-label--m" htmlFor="q">Search the register</label>
      <div className="nhsuk-hint" id="q-hint">For example e-prescribing, rostering or the name of a product</div>
      <div className="flex flex-wrap gap-3 items-start">
        <input className="nhsuk-input max-w-xl" id="q" name="q" type="search" maxLength={200} aria-describedby="q-hint" />
        <button className="nhsuk-button" type="submit">Search</button>
      </div>
    </form>
  )
}

function Doors() {
  return (
    <ul className="nhsuk-grid-row nhsuk-card-group">
      {doors.map(({ href, title, text }) => (
        <li className="nhsuk-grid-column-one-third nhsuk-card-group__item" key={href}>
          <div className="nhsuk-card nhsuk-card--clickable">
            <div className="nhsuk-card__content">
              <h2 className="nhsuk-card__heading nhsuk-heading-m"><Link className="nhsuk-card__link" href={href}>{title}</Link></h2>
              <p className="nhsuk-card__description">{text}</p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

function meetingInWords({ products, meeting }: RegisterCounts): string {
  if (meeting === products) return products === 1 ? 'It meets every standard today' : 'All of them meet every standard today'
  return meeting === 0 ? 'None of them meets every standard today' : `${thousands(meeting)} of them ${meeting === 1 ? 'meets' : 'meet'} every standard today`
}

function Truth({ counts }: { counts: RegisterCounts }) {
  const { products, meeting, ending } = counts
  if (products === 0) return <p>No product is on the register yet.</p>
  const ends = meeting === 0 ? '' : `, and ${ending === 0 ? 'none' : thousands(ending)} of these ${ending < 2 ? 'stops' : 'stop'} within ${WARNING_DAYS} days unless the proof is renewed`
  return <p><strong>{counted(products, 'product')}</strong> on the register. <strong>{meetingInWords(counts)}</strong>{ends}.</p>
}

function addressOf({ product, type, subjectId }: Change): Route | null {
  if (product) return `/products/${product.slug}` as Route
  return type.startsWith('standard.') ? (`/standards/${subjectId}` as Route) : null
}

function Changes({ changes }: { changes: Change[] }) {
  return (
    <section aria-labelledby="changes">
      <h2 className="nhsuk-heading-m" id="changes">What changed last</h2>
      {changes.length === 0 ? <p>Nothing yet. Changes appear here when a product is listed or a standard is published.</p> : (
        <ul className="nhsuk-list">
          {changes.map((change) => {
            const href = addressOf(change)
            const name = change.product?.name ?? change.subjectId
            return <li key={change.position}>{dayInWords(dayOf(change.occurredAt))}: {href ? <Link href={href}>{name}</Link> : name}. {changeInWords(change)}.</li>
          })}
        </ul>
      )}
    </section>
  )
}

export default async function HomePage() {
  const [counts, changes] = await Promise.all([registerCounts(), recentChanges(5)])
  return (
    <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
      <h1 className="nhsuk-heading-xl">The register of digital systems that the NHS may buy</h1>
      <p className="nhsuk-lede-text max-w-3xl">See which minimum technical standards each product meets, how that is known and until when. You need no account.</p>
      <SearchBox />
      <Truth counts={counts} />
      <Doors />
      <Changes changes={changes} />
    </main>
  )
}
