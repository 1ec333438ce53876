import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideListing } from '@/lib/assessment/commands/decide'
import { decideAll, facts, judgeAll, listingFormOf, person, publishContent, submitted, supplier, type Offered } from '@/lib/assessment/world-for-tests'
import { publicReader } from '@/lib/audit/record-event'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { updateProduct, updateSupplier } from '@/lib/registry/commands'
import { capabilityReach, standardReach } from './queries/reach'
import { recentChanges, registerCounts } from './queries/register'
import { comparedProducts, productPage } from './queries/product-page'
import { searchCatalogue } from './queries/search-catalogue'
import { supplierList, supplierSearch } from './queries/suppliers'
import { projectEntry, projectSupplierEntries, rebuildCatalogue } from './project-entry'

let owner: Member
let assessor: Member
let lead: Member
let meds: Offered

async function listed(name: string): Promise<Offered> {
  const offered = await submitted(owner, name)
  await judgeAll(assessor, offered.assessmentId)
  await decideAll(lead, offered.assessmentId)
  await decideListing(lead, await listingFormOf(lead, offered.assessmentId), projectEntry)
  return offered
}

const entries = () => reading(publicReader, (tx) => tx.$queryRaw`SELECT slug, name, supplier_name, release_label, hosting, capability_refs, compliant_during::text, words::text FROM catalogue_entry ORDER BY slug`)
const standings = () => reading(publicReader, (tx) => tx.$queryRaw`SELECT standard_id, mandatory, met_during::text FROM catalogue_standing ORDER BY product_id, standard_id`)

beforeAll(async () => {
  await publishContent()
  owner = await supplier('Larkrise Health')
  assessor = await person('assessor', 'Ann Assessor')
  lead = await person('lead_assessor', 'Lee Lead', assessor.bodyId)
  meds = await listed('Larkrise Meds')
})
afterAll(disconnect)

describe('the catalogue', () => {
  test('holds a product from the moment it is listed, with the days on which it meets each standard', async () => {
    const run = `{[${today()},${addDays(today(), 301)})}`
    expect(await entries()).toMatchObject([{ slug: 'larkrise-meds', supplier_name: 'Larkrise Health', release_label: '1.0', hosting: facts.deployment, capability_refs: ['C14'], compliant_during: run }])
    expect(await standings()).toEqual([
      { standard_id: 'ADVICE', mandatory: false, met_during: '{}' },
      { standard_id: 'ALPHA', mandatory: true, met_during: run },
      { standard_id: 'BETA', mandatory: true, met_during: run },
    ])
  })

  test('shows it by search, by page, by comparison and by its supplier', async () => {
    const { total, rows, facets } = await searchCatalogue({ q: 'prescribing', compliant: 'yes', standard: 'alpha' })
    expect([total, rows.map(({ slug, status, until, mandatory }) => ({ slug, status, until, names: mandatory.map(({ name }) => name) }))]).toEqual([
      1, [{ slug: 'larkrise-meds', status: 'met', until: addDays(today(), 300), names: ['Standard ALPHA', 'Standard BETA'] }],
    ])
    expect(facets).toContainEqual({ group: 'standard', value: 'BETA', count: 1 })
    const page = await productPage('larkrise-meds')
    expect(page).toMatchObject({ name: 'Larkrise Meds', listed: { standing: { meets: true, until: addDays(today(), 300) }, decided: { bodyName: assessor.bodyName, on: today() }, capabilities: [{ ref: 'C14', name: 'Prescribing' }] } })
    expect((await comparedProducts(['nothing', 'larkrise-meds', 'larkrise-meds'])).map(({ slug }) => slug)).toEqual(['larkrise-meds'])
    expect(await supplierList(supplierSearch.parse({ q: 'lark', page: '7' }))).toEqual({ rows: [{ slug: 'larkrise-health', name: 'Larkrise Health', products: 1, meeting: 1 }], total: 1, page: 1, pages: 1 })
    expect([(await standardReach())('ALPHA'), (await standardReach())('ADVICE'), (await capabilityReach())('C14'), (await capabilityReach())('C1')]).toEqual([
      { products: 1, meeting: 1 }, { products: 1, meeting: 0 }, { products: 1, meeting: 1 }, { products: 0, meeting: 0 },
    ])
    expect(await registerCounts()).toEqual({ products: 1, meeting: 1, ending: 0, suppliers: 1, standards: 4 })
    expect((await recentChanges(1)).map(({ type, product }) => [type, product?.slug])).toEqual([['product.listed', 'larkrise-meds']])
  })

  test('asks of another day without being written again', async () => {
    expect((await searchCatalogue({ on: addDays(today(), 250) })).rows[0]).toMatchObject({ status: 'ending' })
    expect((await searchCatalogue({ on: addDays(today(), 301) })).rows[0]).toMatchObject({ status: 'not-met', until: null, mandatory: [{ met: false }, { met: false }] })
    expect((await productPage('larkrise-meds', addDays(today(), 301)))?.listed?.standing).toMatchObject({ meets: false, since: addDays(today(), 301) })
  })

  test('says what its supplier says now, in the same transaction', async () => {
    const product = await reading(owner, (tx) => tx.product.findUniqueOrThrow({ where: { id: meds.productId } }))
    const form = { productId: meds.productId, version: product.version, name: 'Larkrise Meds', summary: 'Charts for wards', description: 'Zygomorphic dosing', features: [], website: null, pricePence: 120, priceUnit: 'patient-year' as const }
    await updateProduct(owner, form, (tx) => projectEntry(tx, meds.productId))
    expect((await searchCatalogue({ q: 'zygomorphic charts' })).rows).toMatchObject([{ slug: 'larkrise-meds', summary: 'Charts for wards', pricePence: 120, priceUnit: 'patient-year' }])
  })

  test('is the same when it is made anew', async () => {
    const before = [await entries(), await standings()]
    expect(await rebuildCatalogue()).toBe(1)
    expect([await entries(), await standings()]).toEqual(before)
  })

  test('follows a supplier that changes its name', async () => {
    const { version } = await reading(owner, (tx) => tx.supplier.findUniqueOrThrow({ where: { id: owner.bodyId } }))
    await updateSupplier(owner, { version, name: 'Linnet Health', companiesHouseNumber: null, address: '1 High Street', website: null, contactEmail: 'x@example.test', description: '' }, (tx) => projectSupplierEntries(tx, owner.bodyId))
    expect((await searchCatalogue({ q: 'linnet' })).rows.map(({ supplierName }) => supplierName)).toEqual(['Linnet Health'])
  })

  test('does not hold what is not listed, nor tell of it', async () => {
    const { productId, slug } = await submitted(owner, 'Larkrise Draft')
    await inTransaction(owner, (tx) => projectEntry(tx, productId))
    expect([(await searchCatalogue({ q: 'draft' })).total, await productPage(slug), await comparedProducts([slug])]).toEqual([0, null, []])
  })

  test('loses a product that leaves the register, and its page says so', async () => {
    const gone = await listed('Larkrise Gone')
    await inTransaction(lead, async (tx) => {
      await tx.listing.updateMany({ where: { productId: gone.productId }, data: { closedAt: new Date(), closedReason: 'Its supplier took it back' } })
      await projectEntry(tx, gone.productId)
    })
    expect((await searchCatalogue({ q: 'gone' })).total).toBe(0)
    expect(await productPage(gone.slug)).toMatchObject({ listed: null, listings: [{ closedReason: 'Its supplier took it back' }] })
  })
})
