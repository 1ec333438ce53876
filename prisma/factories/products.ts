import { randomUUID } from 'node:crypto'
import type { Member } from '@/lib/identity/actor'
import { reading } from '@/lib/platform/db'
import { claimCapabilities, createProduct, stateFacts } from '@/lib/registry/commands'
import type { ReleaseFacts } from '@/lib/standards/facts'

/*
 * Products and releases, by the real commands.
 *   aProduct(supplier, { name, label, summary, facts, capabilities })    { productId, releaseId, slug, name }, with facts stated and capabilities claimed
 */

export type OfferedRelease = { productId: string; releaseId: string; slug: string; name: string }

/** A small web product that holds no record: about twenty standards apply. */
const plainFacts: ReleaseFacts = {
  careSettings: ['acute'], deployment: 'public-cloud', interfaces: [], patientFacing: false, webOrMobile: true, internetFacing: true, medicalDevice: false, informsDirectCare: false, criticalToCare: false,
  personalData: true, identifiesPatients: false, holdsNhsRecords: false, confidentialDataBeyondCare: false, emailsPatientData: false, recordsClinicalData: false, recordsCommunicationNeeds: false,
  exchangesMedicines: false, codesAdmittedCare: false,
}

type Stated = { label?: string; facts?: Partial<ReleaseFacts>; capabilities?: readonly string[] }

/** The release is new, so its version is 1. */
async function state(supplier: Member, releaseId: string, { facts = {}, capabilities = ['C16'] }: Stated): Promise<void> {
  await stateFacts(supplier, { releaseId, version: 1, ...plainFacts, ...facts })
  await claimCapabilities(supplier, { releaseId, version: 2, refs: [...capabilities] })
}

export async function aProduct(supplier: Member, { name = `Product ${randomUUID().slice(0, 8)}`, label = '1.0', summary = 'Does what it says', ...stated }: Stated & { name?: string; summary?: string } = {}): Promise<OfferedRelease> {
  const { productId, releaseId } = await createProduct(supplier, { formKey: randomUUID(), name, summary, label })
  await state(supplier, releaseId, stated)
  const { slug } = await reading(supplier, (tx) => tx.product.findUniqueOrThrow({ where: { id: productId }, select: { slug: true } }))
  return { productId, releaseId, slug, name }
}
