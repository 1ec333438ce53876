import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import type { Member } from '@/lib/identity/actor'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { loadCapabilities } from '@/lib/registry/load-capabilities'
import { loadStandards } from '@/lib/standards/load-content'
import { aListedProduct, aSubmittedRelease, type Cast } from './assessments'
import { aMember, asMember, aSupplier } from './people'

let cast: Cast
let lead: Member

beforeAll(async () => {
  await inTransaction(systemActor, (tx) => loadCapabilities(tx))
  await loadStandards()
  const assessor = await aMember('assessor')
  lead = await aMember('lead_assessor', { bodyId: assessor.bodyId })
  cast = { supplier: await aSupplier(), assessor, lead }
}, 60_000)
afterAll(disconnect)

test('a product made for a test is on the register and in the catalogue', async () => {
  const { productId, releaseId, slug } = await aListedProduct(cast)
  const found = await reading(publicReader, async (tx) => ({
    listings: await tx.listing.findMany({ where: { productId } }),
    entry: await tx.catalogueEntry.findUnique({ where: { slug } }),
  }))
  expect(found).toMatchObject({ listings: [{ releaseId, closedAt: null }], entry: { productId } })
}, 60_000)

test('a release made for a test waits with every question answered', async () => {
  const { assessmentId } = await aSubmittedRelease(cast.supplier, { facts: { medicalDevice: true, informsDirectCare: true, interfaces: ['fhir-r4'] } })
  const assessment = await reading(lead, (tx) => tx.assessment.findUnique({ where: { id: assessmentId } }))
  expect(assessment).toMatchObject({ status: 'submitted', round: 1 })
}, 60_000)

test('somebody acts for the organisation that is asked for', async () => {
  expect(await asMember(lead.email, lead.bodyId)).toMatchObject({ personId: lead.personId, role: 'lead_assessor' })
  await expect(asMember(lead.email, cast.supplier.bodyId)).rejects.toThrow('acts for no such organisation')
})
