import { WARNING_DAYS } from '@/lib/assessment/standing'
import { csvOf } from '@/lib/catalogue/csv'
import { entryCells, entryHeadings } from '@/lib/catalogue/entries-csv'
import { searchEntries, type FoundEntry } from '@/lib/catalogue/queries/search-entries'
import { isSlug, noCriteria } from '@/lib/catalogue/search'
import type { Actor } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { dayOf, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import { visibleItems } from './policy'
import type { ShortlistView } from './schema'

const itemsPerPage = 20

export type ShortlistRow = {
  id: string
  version: number
  note: string
  addedOn: Day
  product: { slug: string; name: string; supplierName: string }
  /** Where the product stands today; null when it has left the register. */
  entry: FoundEntry | null
}

export type Shortlist = { rows: ShortlistRow[]; total: number; page: number; pages: number }

async function entriesOf(tx: Tx, productIds: string[]): Promise<Map<string, FoundEntry>> {
  if (productIds.length === 0) return new Map()
  const { rows } = await searchEntries(tx, noCriteria, today(), { perPage: productIds.length, endingDays: WARNING_DAYS, only: productIds })
  return new Map(rows.map((entry) => [entry.productId, entry]))
}

/** Everything on the actor's shortlist. One person's list is short enough to be put in order here. */
async function itemsOf(tx: Tx, actor: Actor, sort: ShortlistView['sort']): Promise<(Omit<ShortlistRow, 'entry'> & { productId: string })[]> {
  const items = await tx.shortlistItem.findMany({ where: visibleItems(actor), orderBy: [{ addedAt: 'desc' }, { id: 'asc' }] })
  const products = await tx.product.findMany({ where: { id: { in: items.map(({ productId }) => productId) } }, select: { id: true, slug: true, name: true, supplier: { select: { name: true } } } })
  const productOf = new Map(products.map(({ id, slug, name, supplier }) => [id, { slug, name, supplierName: supplier.name }]))
  const rows = items.flatMap(({ id, version, note, addedAt, productId }) => {
    const product = productOf.get(productId)
    return product ? [{ id, version, note, addedOn: dayOf(addedAt), productId, product }] : []
  })
  return sort === 'name' ? rows.sort((a, b) => a.product.name.localeCompare(b.product.name, 'en')) : rows
}

/** The actor's own shortlist, 20 to a page; a page past the end gives the last one. Empty for anybody but a buyer. */
export async function shortlist(actor: Actor, { sort, page }: ShortlistView): Promise<Shortlist> {
  return reading(actor, async (tx) => {
    const items = await itemsOf(tx, actor, sort)
    const pages = Math.max(1, Math.ceil(items.length / itemsPerPage))
    const shown = Math.min(page, pages)
    const onPage = items.slice((shown - 1) * itemsPerPage, shown * itemsPerPage)
    const entries = await entriesOf(tx, onPage.map(({ productId }) => productId))
    return { rows: onPage.map(({ productId, ...item }) => ({ ...item, entry: entries.get(productId) ?? null })), total: items.length, page: shown, pages }
  })
}

/** One item of the actor's own shortlist; null for anybody else's. */
export async function shortlistItem(actor: Actor, itemId: string): Promise<ShortlistRow | null> {
  return reading(actor, async (tx) => {
    const item = (await itemsOf(tx, actor, 'newest')).find(({ id }) => id === itemId)
    if (!item) return null
    const { productId, ...row } = item
    return { ...row, entry: (await entriesOf(tx, [productId])).get(productId) ?? null }
  })
}

/** Products by their addresses, as the form to add them shows them, and which of them are on the actor's shortlist already. */
export async function productsToAdd(actor: Actor, slugs: readonly string[]): Promise<{ slug: string; name: string; supplierName: string; isThere: boolean }[]> {
  return reading(actor, async (tx) => {
    const entries = await tx.catalogueEntry.findMany({ where: { slug: { in: slugs.filter(isSlug) } }, select: { productId: true, slug: true, name: true, supplierName: true }, orderBy: { name: 'asc' } })
    const held = await tx.shortlistItem.findMany({ where: { AND: [{ productId: { in: entries.map(({ productId }) => productId) } }, visibleItems(actor)] }, select: { productId: true } })
    return entries.map(({ productId, ...product }) => ({ ...product, isThere: held.some((item) => item.productId === productId) }))
  })
}

const gone = 'No longer on the register'

/** The actor's own shortlist as a CSV file, with where each product stands today. */
export async function shortlistCsv(actor: Actor, site: string): Promise<string> {
  return reading(actor, async (tx) => {
    const items = await itemsOf(tx, actor, 'newest')
    const entries = await entriesOf(tx, items.map(({ productId }) => productId))
    const capabilities = new Map((await tx.capability.findMany({ select: { ref: true, name: true } })).map(({ ref, name }) => [ref, name]))
    const rows = items.map(({ productId, product, note, addedOn }) => {
      const entry = entries.get(productId)
      const cells = entry ? entryCells(entry, capabilities, site) : [product.name, product.supplierName, '', gone, ...Array.from({ length: entryHeadings.length - 4 }, () => '')]
      return [...cells, note, addedOn, today()]
    })
    return csvOf([...entryHeadings, 'Note', 'Added on', 'Standing on'], rows)
  })
}
