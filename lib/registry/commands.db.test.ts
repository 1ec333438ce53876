import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import type { Actor, Member, Newcomer } from '@/lib/identity/actor'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { claimCapabilities, createProduct, createRelease, openListing, registerSupplier, stateFacts, updateProduct, updateSupplier } from './commands'
import { loadCapabilities } from './load-capabilities'
import { ownSupplier, productForSupplier, releaseToState, supplierPage, supplierProducts } from './queries'
import type { FactsForm, ProductDetailsForm, SupplierForm } from './schema'

async function newcomer(name: string): Promise<Newcomer> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${randomUUID()}@example.test`
  const { id } = await inTransaction(systemActor, (tx) => tx.person.create({ data: { name, email } }))
  return { personId: id, name, email, sessionId: randomUUID(), bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }
}

const supplierForm = (name: string, more: Partial<SupplierForm> = {}): SupplierForm => ({
  formKey: randomUUID(), name, companiesHouseNumber: null, address: '1 High Street, Leeds', website: null, contactEmail: 'sales@example.test', description: '', ...more,
})

async function supplier(name: string): Promise<Member> {
  const person = await newcomer(`Admin of ${name}`)
  const { supplierId } = await registerSupplier(person, supplierForm(name))
  return { ...person, bodyId: supplierId, bodyKind: 'supplier', bodyName: name, role: 'supplier_admin' }
}

const productForm = (name: string) => ({ formKey: randomUUID(), name, summary: 'Prescribing on wards', label: '1.0' })
const eventsOf = (subjectId: string) => reading({ personId: null, bodyId: null, role: 'registrar' }, (tx) => tx.auditEvent.findMany({ where: { subjectId }, orderBy: { position: 'asc' } }))
const noCatalogue = async () => undefined
const refused = (kind: string, field?: string): unknown => expect.objectContaining({ name: 'DomainError', kind, ...(field ? { field } : {}) })

const facts: Omit<FactsForm, 'releaseId' | 'version'> = {
  careSettings: ['acute'], deployment: 'public-cloud', interfaces: ['fhir-r4'], patientFacing: false, webOrMobile: true, internetFacing: true, medicalDevice: false, informsDirectCare: true, criticalToCare: false,
  personalData: true, identifiesPatients: true, holdsNhsRecords: false, confidentialDataBeyondCare: false, emailsPatientData: false, recordsClinicalData: true, recordsCommunicationNeeds: false, exchangesMedicines: true, codesAdmittedCare: false,
}

let larkrise: Member
let rival: Member
beforeAll(async () => {
  await inTransaction(systemActor, loadCapabilities)
  larkrise = await supplier('Larkrise Health')
  rival = await supplier('Hollybank Systems')
})
afterAll(disconnect)

describe('registering a supplier', () => {
  test('makes the person its administrator, with one event', async () => {
    const { bodyId } = larkrise
    expect(await ownSupplier(larkrise)).toMatchObject({ id: bodyId, slug: 'larkrise-health', name: 'Larkrise Health' })
    expect((await eventsOf(bodyId)).map(({ type }) => type)).toEqual(['supplier.registered'])
    const members = await reading(systemActor, (tx) => tx.membership.findMany({ where: { bodyId } }))
    expect(members).toMatchObject([{ personId: larkrise.personId, role: 'supplier_admin', grantedById: null }])
  })

  test('twice with one form has one effect', async () => {
    const person = await newcomer('Ann Double')
    const form = supplierForm('Double Click Care')
    const [first, second] = await Promise.all([registerSupplier(person, form), registerSupplier(person, form)])
    expect(second).toEqual(first)
    expect(await eventsOf(first.supplierId)).toHaveLength(1)
  })

  test('refuses a name or a number that is taken, and stores nothing', async () => {
    const person = await newcomer('Ben Late')
    await registerSupplier(person, supplierForm('Numbered', { companiesHouseNumber: '01234567' }))
    await expect(registerSupplier(person, supplierForm('LARKRISE health'))).rejects.toEqual(refused('conflict', 'name'))
    await expect(registerSupplier(person, supplierForm('Another', { companiesHouseNumber: '01234567' }))).rejects.toEqual(refused('conflict', 'companiesHouseNumber'))
    expect(await reading(systemActor, (tx) => tx.body.count({ where: { name: { in: ['LARKRISE health', 'Another'] } } }))).toBe(0)
  })

  test('lets two names stand that look the same in an address', async () => {
    const { supplierId } = await registerSupplier(await newcomer('Cy Similar'), supplierForm('Larkrise & Health'))
    expect(await reading(systemActor, (tx) => tx.supplier.findUnique({ where: { id: supplierId }, select: { slug: true } }))).toEqual({ slug: expect.stringMatching(/^larkrise-health-[0-9a-z]{4}$/) as unknown })
    await expect(registerSupplier(await newcomer('Di Same'), supplierForm('larkrise & HEALTH'))).rejects.toMatchObject({ message: expect.stringContaining('with this name is already registered') as unknown })
  })

  test('of one’s own details is for administrators, and refuses a stale form', async () => {
    const { formKey: _, ...details } = supplierForm('Hollybank Systems', { description: 'Beds and flow' })
    await expect(updateSupplier({ ...rival, role: 'supplier_editor' }, { ...details, version: 1 }, noCatalogue)).rejects.toEqual(refused('forbidden'))
    await updateSupplier(rival, { ...details, version: 1 }, noCatalogue)
    await expect(updateSupplier(rival, { ...details, version: 1 }, noCatalogue)).rejects.toEqual(refused('conflict'))
    expect(await supplierPage('hollybank-systems')).toMatchObject({ description: 'Beds and flow', products: [] })
  })
})

describe('a product', () => {
  test('starts with a release and one event, once for a form sent twice', async () => {
    const form = productForm('Larkrise Meds')
    const first = await createProduct(larkrise, form)
    expect(await createProduct(larkrise, form)).toEqual(first)
    expect(await productForSupplier(larkrise, first.productId)).toMatchObject({ slug: 'larkrise-meds', releases: [{ id: first.releaseId, label: '1.0', hasFacts: false, isListed: false }] })
    expect(await eventsOf(first.productId)).toHaveLength(1)
  })

  test('of a name that a rival uses in secret gets another address', async () => {
    await createProduct(rival, productForm('Same Name'))
    const { productId } = await createProduct(larkrise, productForm('Same Name'))
    expect((await productForSupplier(larkrise, productId))?.slug).toMatch(/^same-name-[0-9a-z]{4}$/)
  })

  test('has a name of its own within its supplier', async () => {
    await createProduct(larkrise, productForm('Taken'))
    await expect(createProduct(larkrise, productForm('taken'))).rejects.toEqual(refused('conflict', 'name'))
  })

  test('is nobody else’s to see or change', async () => {
    const { productId, releaseId } = await createProduct(larkrise, productForm('Private Draft'))
    const details: ProductDetailsForm = { productId, version: 1, name: 'Mine now', summary: 'x', description: '', features: [], website: null, pricePence: null, priceUnit: null }
    expect(await productForSupplier(rival, productId)).toBeNull()
    expect(await releaseToState(rival, releaseId)).toBeNull()
    expect((await supplierProducts(rival, { sort: 'name', page: 1 })).rows.map(({ id }) => id)).not.toContain(productId)
    await expect(updateProduct(rival, details, noCatalogue)).rejects.toEqual(refused('not-found'))
    await expect(createRelease(rival, { formKey: randomUUID(), productId, label: '2.0', releasedOn: null })).rejects.toEqual(refused('not-found'))
    await expect(stateFacts(rival, { releaseId, version: 1, ...facts })).rejects.toEqual(refused('not-found'))
    await expect(claimCapabilities(rival, { releaseId, version: 1, refs: ['C14'] })).rejects.toEqual(refused('not-found'))
    expect(await eventsOf(releaseId)).toHaveLength(0)
    expect(await reading(publicReader, (tx) => tx.product.count({ where: { id: productId } }))).toBe(0)
  })

  test('is described once a version, and two people at once leave one winner', async () => {
    const { productId } = await createProduct(larkrise, productForm('Raced'))
    const details: ProductDetailsForm = { productId, version: 1, name: 'Raced', summary: 'One', description: '', features: ['Fast'], website: null, pricePence: 120, priceUnit: 'patient-year' }
    const outcomes = await Promise.allSettled([updateProduct(larkrise, details, noCatalogue), updateProduct(larkrise, { ...details, summary: 'Two' }, noCatalogue)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await eventsOf(productId)).map(({ type }) => type)).toEqual(['product.created', 'product.described'])
  })

  test('is listed by page, with the true total', async () => {
    const many = await supplier('Many Products')
    for (let i = 1; i <= 21; i++) await createProduct(many, productForm(`Product ${String(i).padStart(2, '0')}`))
    expect(await supplierProducts(many, { sort: 'name', page: 9 })).toMatchObject({ total: 21, page: 2, pages: 2, rows: [{ name: 'Product 21' }] })
  })
})

describe('a release', () => {
  test('has a name of its own within its product', async () => {
    const { productId } = await createProduct(larkrise, productForm('Versions'))
    await expect(createRelease(larkrise, { formKey: randomUUID(), productId, label: '1.0', releasedOn: null })).rejects.toEqual(refused('conflict', 'label'))
    const releaseId = await createRelease(larkrise, { formKey: randomUUID(), productId, label: '2.0', releasedOn: '2026-03-01' })
    expect((await productForSupplier(larkrise, productId))?.releases.map(({ id, releasedOn }) => [id, releasedOn])[0]).toEqual([releaseId, '2026-03-01'])
  })

  test('keeps its facts and offers them as a first guess to the next release', async () => {
    const { productId, releaseId } = await createProduct(larkrise, productForm('Facts'))
    await stateFacts(larkrise, { releaseId, version: 1, ...facts })
    await expect(stateFacts(larkrise, { releaseId, version: 1, ...facts, patientFacing: true })).rejects.toEqual(refused('conflict'))
    await stateFacts(larkrise, { releaseId, version: 1, ...facts })
    expect((await eventsOf(releaseId)).map(({ type }) => type)).toEqual(['release.facts-stated'])
    const next = await createRelease(larkrise, { formKey: randomUUID(), productId, label: '2.0', releasedOn: null })
    expect(await releaseToState(larkrise, releaseId)).toMatchObject({ version: 2, facts, earlierFacts: null })
    expect(await releaseToState(larkrise, next)).toMatchObject({ version: 1, facts: null, earlierFacts: facts })
  })

  test('claims exactly the capabilities that are ticked', async () => {
    const { releaseId } = await createProduct(larkrise, productForm('Claims'))
    await claimCapabilities(larkrise, { releaseId, version: 1, refs: ['C14', 'C5'] })
    await claimCapabilities(larkrise, { releaseId, version: 2, refs: ['C14', 'C14', 'C1'] })
    await claimCapabilities(larkrise, { releaseId, version: 1, refs: ['C1', 'C14'] })
    expect((await releaseToState(larkrise, releaseId))?.claimedRefs.sort()).toEqual(['C1', 'C14'])
    expect(await eventsOf(releaseId)).toHaveLength(2)
    await expect(claimCapabilities(larkrise, { releaseId, version: 3, refs: ['C19'] })).rejects.toEqual(refused('invalid', 'refs'))
    await expect(claimCapabilities(larkrise, { releaseId, version: 3, refs: ['C999'] })).rejects.toEqual(refused('invalid', 'refs'))
  })
})

describe('a listing', () => {
  const lead = (person: Newcomer): Actor => ({ ...person, bodyId: randomUUID(), bodyKind: 'assessor', bodyName: 'Assessors', role: 'lead_assessor' })

  test('puts one release of a product on the register and closes the one before', async () => {
    const { productId, releaseId } = await createProduct(larkrise, productForm('Listed'))
    const next = await createRelease(larkrise, { formKey: randomUUID(), productId, label: '2.0', releasedOn: null })
    const decider = lead(await newcomer('Lena Lead'))
    await inTransaction(decider, (tx) => openListing(tx, { productId, releaseId }))
    await inTransaction(decider, (tx) => openListing(tx, { productId, releaseId }))
    await inTransaction(decider, (tx) => openListing(tx, { productId, releaseId: next }))
    const listings = await reading(publicReader, (tx) => tx.listing.findMany({ where: { productId }, orderBy: { openedAt: 'asc' } }))
    expect(listings.map((listing) => [listing.releaseId, listing.closedAt === null])).toEqual([[releaseId, false], [next, true]])
    expect((await supplierPage('larkrise-health'))?.products).toMatchObject([{ id: productId }])
  })

  test('is not the supplier’s to open', async () => {
    const { productId, releaseId } = await createProduct(larkrise, productForm('Self Listed'))
    await expect(inTransaction(larkrise, (tx) => openListing(tx, { productId, releaseId }))).rejects.toThrow()
    expect(await reading(publicReader, (tx) => tx.listing.count({ where: { productId } }))).toBe(0)
  })
})

test('loading the capabilities again changes nothing', async () => {
  expect(await inTransaction(systemActor, loadCapabilities)).toEqual({ new: 0, changed: 0, unchanged: 46 })
})
