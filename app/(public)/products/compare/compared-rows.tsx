import type { Route } from 'next'
import Link from 'next/link'
import type { ComparedRow } from '@/components/catalogue/comparison-table'
import { ProductStandingTag } from '@/components/standing/product-standing'
import { StandingTag } from '@/components/standing/standing-tag'
import { WARNING_DAYS } from '@/lib/assessment/standing'
import type { ListedProduct } from '@/lib/catalogue/queries/product-page'
import { hostingNames, interfaceNames, type SearchStatus } from '@/lib/catalogue/search'
import { addDays, dayInWords } from '@/lib/platform/day'
import { priceInWords } from '@/lib/registry/registry'

/** One row for each of the values that any product has, in order of name, saying which have it. */
function presence(products: ListedProduct[], prefix: string, valuesOf: (product: ListedProduct) => Map<string, string>): ComparedRow[] {
  const all = new Map(products.flatMap((product) => [...valuesOf(product)]))
  return [...all].sort((a, b) => a[1].localeCompare(b[1], 'en')).map(([value, heading]) => ({
    key: `${prefix} ${value}`,
    heading,
    cells: products.map((product) => {
      const has = valuesOf(product).has(value)
      return { plain: String(has), shown: has ? 'Yes' : 'No' }
    }),
  }))
}

const same = (text: string) => ({ plain: text, shown: text })

function statusOf({ standing, on }: ListedProduct): SearchStatus {
  if (!standing.meets) return 'not-met'
  return addDays(standing.until, -WARNING_DAYS) < on ? 'ending' : 'met'
}

function standingCell(product: ListedProduct) {
  const { standing } = product
  return {
    plain: JSON.stringify(standing.meets ? standing.until : standing.because),
    shown: <><ProductStandingTag status={statusOf(product)} />{standing.meets ? ` until ${dayInWords(standing.until)}` : ''}</>,
  }
}

export function summaryRows(products: ListedProduct[]): ComparedRow[] {
  return [
    { key: 'standing', heading: 'Standing', cells: products.map(standingCell) },
    { key: 'supplier', heading: 'Supplier', cells: products.map(({ supplier }) => ({ plain: supplier.slug, shown: <Link href={`/suppliers/${supplier.slug}` as Route}>{supplier.name}</Link> })) },
    { key: 'release', heading: 'Release', cells: products.map(({ release }) => same(release.label)) },
    { key: 'price', heading: 'Price', cells: products.map(({ pricePence, priceUnit }) => same(priceInWords(pricePence, priceUnit) ?? 'Not stated')) },
    { key: 'hosting', heading: 'Hosting', cells: products.map(({ facts }) => same(hostingNames.get(facts.deployment) ?? facts.deployment)) },
    { key: 'summary', heading: 'In short', cells: products.map(({ summary }) => same(summary)) },
  ]
}

export function standardRows(products: ListedProduct[]): ComparedRow[] {
  const names = new Map(products.flatMap(({ standards }) => standards.map(({ standardId, name }): [string, string] => [standardId, name])))
  return [...names].sort((a, b) => a[1].localeCompare(b[1], 'en')).map(([standardId, name]) => ({
    key: `standard ${standardId}`,
    heading: <Link href={`/standards/${standardId}` as Route}>{name}</Link>,
    cells: products.map(({ slug, standards }) => {
      const found = standards.find((standard) => standard.standardId === standardId)
      if (!found) return same('Does not apply')
      const shown = <><Link href={`/products/${slug}/standards/${standardId}` as Route} aria-label={`${name}: the proof`}><StandingTag standing={found.standing} /></Link>{found.until ? ` until ${dayInWords(found.until)}` : ''}</>
      return { plain: `${found.standing} ${found.until ?? ''}`, shown }
    }),
  }))
}

export function capabilityRows(products: ListedProduct[]): ComparedRow[] {
  return presence(products, 'capability', ({ capabilities }) => new Map(capabilities.map(({ ref, name }) => [ref, name])))
}

export function interfaceRows(products: ListedProduct[]): ComparedRow[] {
  return presence(products, 'interface', ({ facts }) => new Map(facts.interfaces.map((value) => [value, interfaceNames.get(value) ?? value])))
}
