import { compliantIntervals, metIntervals, type StandingInput } from '@/lib/assessment/standing'
import { systemActor } from '@/lib/audit/record-event'
import type { Day } from '@/lib/platform/day'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { entryWords, type EntryTexts } from './entry-words'
import { listedRelease, type ListedRelease } from './listed-release'
import { printMultirange } from './multirange'
import { careSettingNames, hostingNames, interfaceNames } from './search'

/** The days that the catalogue can answer for. Every decision lies between them. */
const firstDay: Day = '1990-01-01'
const lastDay: Day = '2200-12-31'

/** Binding on this release, unless it was decided that it does not apply after all. */
function isMandatory(standardId: string, { versions, decisions }: StandingInput): boolean {
  const own = versions.filter((version) => version.standardId === standardId)
  const latest = decisions.filter(({ standardVersionId }) => own.some(({ id }) => id === standardVersionId)).sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime())[0]
  return latest?.outcome !== 'not_applicable' && own.some(({ applies, obligation }) => applies && (obligation === 'mandatory' || obligation === 'conditional'))
}

async function writeStandings(tx: Tx, productId: string, input: StandingInput): Promise<void> {
  const decided = new Set(input.decisions.map(({ standardVersionId }) => standardVersionId))
  const standardIds = [...new Set(input.versions.filter(({ id, applies }) => applies || decided.has(id)).map(({ standardId }) => standardId))]
  const mandatory = standardIds.map((standardId) => isMandatory(standardId, input))
  const met = standardIds.map((standardId) => printMultirange(metIntervals(input, standardId, firstDay, lastDay)))
  await tx.$executeRaw`DELETE FROM catalogue_standing WHERE product_id = ${productId}::uuid`
  await tx.$executeRaw`
    INSERT INTO catalogue_standing (product_id, standard_id, mandatory, met_during)
    SELECT ${productId}::uuid, standard_id, mandatory, met::datemultirange FROM unnest(${standardIds}::text[], ${mandatory}::boolean[], ${met}::text[]) AS standing (standard_id, mandatory, met)`
}

type Described = NonNullable<Awaited<ReturnType<typeof describedProduct>>>

async function describedProduct(tx: Tx, productId: string) {
  return tx.product.findUnique({
    where: { id: productId },
    include: { supplier: { select: { slug: true, name: true } }, listings: { where: { closedAt: null }, include: { release: { select: { label: true } } } } },
  })
}

async function textsOf(tx: Tx, product: Described, { snapshot, input }: ListedRelease, label: string): Promise<EntryTexts> {
  const capabilities = await tx.capability.findMany({ where: { ref: { in: snapshot.capabilities } }, select: { name: true, category: true } })
  const named = (names: ReadonlyMap<string, string>, values: readonly string[]) => values.map((value) => names.get(value) ?? value)
  const standards = new Set(input.versions.filter(({ applies }) => applies).map(({ standardName }) => standardName))
  return {
    name: product.name,
    supplierAndCapabilities: [product.supplier.name, ...capabilities.flatMap(({ name, category }) => [name, category]), ...snapshot.capabilities].join('. '),
    summary: product.summary,
    rest: [
      product.description, ...product.features, label, ...standards,
      ...named(interfaceNames, snapshot.facts.interfaces), ...named(hostingNames, [snapshot.facts.deployment]), ...named(careSettingNames, snapshot.facts.careSettings),
    ].join('. '),
  }
}

async function writeEntry(tx: Tx, product: Described, listed: ListedRelease, label: string): Promise<void> {
  const { id, slug, name, summary, supplier, pricePence, priceUnit } = product
  const { deployment, careSettings, interfaces } = listed.snapshot.facts
  const compliant = printMultirange(compliantIntervals(listed.input, firstDay, lastDay))
  const words = entryWords(await textsOf(tx, product, listed, label))
  await tx.$executeRaw`
    INSERT INTO catalogue_entry (product_id, release_id, slug, name, summary, supplier_slug, supplier_name, release_label, hosting, care_settings, interfaces,
      capability_refs, price_pence, price_unit, listed_on, compliant_during, words, updated_at)
    VALUES (${id}::uuid, ${listed.releaseId}::uuid, ${slug}, ${name}, ${summary}, ${supplier.slug}, ${supplier.name}, ${label}, ${deployment}, ${careSettings}, ${interfaces},
      ${listed.snapshot.capabilities}, ${pricePence}, ${priceUnit}, ${listed.listedOn}::date, ${compliant}::datemultirange, ${words}, touchstone_now())
    ON CONFLICT (product_id) DO UPDATE SET (release_id, slug, name, summary, supplier_slug, supplier_name, release_label, hosting, care_settings, interfaces,
      capability_refs, price_pence, price_unit, listed_on, compliant_during, words, updated_at)
    = (excluded.release_id, excluded.slug, excluded.name, excluded.summary, excluded.supplier_slug, excluded.supplier_name, excluded.release_label, excluded.hosting, excluded.care_settings, excluded.interfaces,
      excluded.capability_refs, excluded.price_pence, excluded.price_unit, excluded.listed_on, excluded.compliant_during, excluded.words, excluded.updated_at)`
}

/**
 * Brings the catalogue's row of a product in line with its open listing, with what was sent and decided, and with what its supplier says of it.
 * Part of whatever changed one of them: call it in that transaction, before the event is recorded. A product without an open listing leaves the catalogue.
 */
export async function projectEntry(tx: Tx, productId: string): Promise<void> {
  // Two that change one product at once: the second reads what the first wrote.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${productId}, 7203120))`
  const product = await describedProduct(tx, productId)
  const listing = product?.listings[0]
  const listed = listing && (await listedRelease(tx, listing))
  if (!product || !listing || !listed) {
    await tx.catalogueEntry.deleteMany({ where: { productId } })
    return
  }
  await writeEntry(tx, product, listed, listing.release.label)
  await writeStandings(tx, productId, listed.input)
}

/** The same for every listed product of a supplier, as when it changes its name. */
export async function projectSupplierEntries(tx: Tx, supplierId: string): Promise<void> {
  const products = await tx.product.findMany({ where: { supplierId, listings: { some: { closedAt: null } } }, select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of products) await projectEntry(tx, id)
}

/** Makes the whole catalogue anew: after a standard is published, or when its rows are in doubt. Returns how many products it holds. */
export async function rebuildCatalogue(): Promise<number> {
  const products = await inTransaction(systemActor, async (tx) => {
    await tx.catalogueEntry.deleteMany({ where: { productId: { notIn: (await tx.listing.findMany({ where: { closedAt: null }, select: { productId: true } })).map((listing) => listing.productId) } } })
    return tx.listing.findMany({ where: { closedAt: null }, select: { productId: true }, orderBy: { productId: 'asc' } })
  })
  for (const { productId } of products) await inTransaction(systemActor, (tx) => projectEntry(tx, productId))
  return products.length
}
