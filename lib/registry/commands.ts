import { randomInt, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { dateFromDay } from '@/lib/platform/day'
import { inTransaction, introduce, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { earlierOutcome, keepOutcome } from '@/lib/platform/form-receipt'
import { canDescribeSupplier, canOffer, canRegisterSupplier, ownProducts, ownReleases } from './policy'
import { noSuch, slugOf, statedFacts } from './registry'
import type { ClaimsForm, FactsForm, ProductDetailsForm, ProductForm, ReleaseForm, SupplierDetailsForm, SupplierForm } from './schema'

/** Brings the catalogue in line in the same transaction: `catalogue` comes after this context, so whoever calls hands it in. */
export type Project = (tx: Tx) => Promise<void>

const withLetters = (slug: string) => `${slug}-${randomInt(36 ** 3, 36 ** 4).toString(36)}`

/** Another organisation may have a name that looks the same in an address; whether the name itself is taken is for the table to say. */
async function supplierSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name, 'supplier')
  return (await tx.supplier.count({ where: { slug } })) === 0 ? slug : withLetters(slug)
}

async function insertSupplier(tx: Tx, asker: Actor, { formKey: _, ...details }: SupplierForm): Promise<string> {
  const supplierId = randomUUID()
  // Until now the database knows somebody without an organisation, who may not write a supplier.
  await introduce(tx, { personId: asker.personId, bodyId: supplierId, role: 'supplier_admin' })
  await tx.body.create({ data: { id: supplierId, kind: 'supplier', name: details.name } })
  await tx.supplier.create({ data: { id: supplierId, slug: await supplierSlug(tx, details.name), ...details } })
  await tx.membership.create({ data: { personId: asker.personId, bodyId: supplierId, bodyKind: 'supplier', role: 'supplier_admin' } })
  return supplierId
}

/**
 * Enters a supplier with the actor as its administrator. The caller then lets the session act through the new membership.
 * @throws DomainError 'conflict' when the company number or the name is registered already
 */
export async function registerSupplier(actor: Actor, form: SupplierForm): Promise<{ membershipId: string; supplierId: string }> {
  return inTransaction(actor, async (tx) => {
    if (!canRegisterSupplier(actor)) throw new DomainError('forbidden', 'Sign in to register a supplier')
    const earlier = await earlierOutcome(tx, form.formKey)
    const supplierId = earlier ?? (await insertSupplier(tx, actor, form))
    const membership = await tx.membership.findFirst({ where: { personId: actor.personId, bodyId: supplierId, endedAt: null } })
    if (!membership) throw noSuch('supplier')
    if (earlier === null) {
      await keepOutcome(tx, { key: form.formKey, command: 'registerSupplier', outcome: supplierId, personId: actor.personId })
      await recordEvent(tx, { personId: actor.personId, bodyId: supplierId, role: 'supplier_admin' }, { type: 'supplier.registered', subjectKind: 'supplier', subjectId: supplierId })
    }
    return { membershipId: membership.id, supplierId }
  })
}

/**
 * Changes what the actor's own supplier says of itself. Its address on the register stays.
 * @throws DomainError 'forbidden' for anybody but its administrators, 'conflict' when it changed meanwhile or the name or number is taken
 */
export async function updateSupplier(actor: Actor, { version, ...details }: SupplierDetailsForm, project: Project): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const id = actor.bodyId
    if (!id || !canDescribeSupplier(actor, { id })) throw new DomainError('forbidden', 'Only an administrator of the supplier can change this')
    const { count } = await tx.supplier.updateMany({ where: { id, version }, data: { ...details, version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    await tx.body.update({ where: { id }, data: { name: details.name } })
    await project(tx)
    await recordEvent(tx, actor, { type: 'supplier.described', subjectKind: 'supplier', subjectId: id })
  })
}

type NewProduct = { supplierId: string; name: string; summary: string }

/** Another supplier's draft may hold the address already, which must not be told: then a few letters are added. */
async function insertProduct(tx: Tx, { supplierId, name, summary }: NewProduct): Promise<string> {
  const plain = slugOf(name, 'product')
  for (let attempt = 0; attempt < 5; attempt++) {
    const slug = attempt === 0 ? plain : withLetters(plain)
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO product (supplier_id, slug, name, summary, features) VALUES (${supplierId}::uuid, ${slug}, ${name}, ${summary}, '{}')
      ON CONFLICT (slug) DO NOTHING RETURNING id`
    if (rows[0]) return rows[0].id
  }
  throw new DomainError('conflict', 'No address is free for this name. Change the name a little', 'name')
}

/**
 * Enters a product with its first release.
 * @throws DomainError 'forbidden' for anybody but a supplier, 'conflict' when the supplier has a product of that name
 */
export async function createProduct(actor: Actor, { formKey, label, ...product }: ProductForm): Promise<{ productId: string; releaseId: string }> {
  return inTransaction(actor, async (tx) => {
    const supplierId = actor.bodyId
    if (!supplierId || !canOffer(actor, { supplierId })) throw new DomainError('forbidden', 'Only a supplier can add a product')
    const earlier = await earlierOutcome(tx, formKey)
    if (earlier !== null) return ownRelease(tx, actor, earlier)
    const productId = await insertProduct(tx, { supplierId, ...product })
    const release = await tx.release.create({ data: { productId, supplierId, label } })
    await keepOutcome(tx, { key: formKey, command: 'createProduct', outcome: release.id, personId: actor.personId })
    await recordEvent(tx, actor, { type: 'product.created', subjectKind: 'product', subjectId: productId, productId, detail: { releaseId: release.id } })
    return { productId, releaseId: release.id }
  })
}

async function ownRelease(tx: Tx, actor: Actor, releaseId: string): Promise<{ productId: string; releaseId: string }> {
  const release = await tx.release.findFirst({ where: { AND: [{ id: releaseId }, ownReleases(actor)] }, select: { id: true, productId: true } })
  if (!release) throw noSuch('release')
  return { productId: release.productId, releaseId: release.id }
}

/**
 * Changes the description of a product. On a listed product buyers see it at once.
 * @throws DomainError 'not-found' when it is not the actor's own, 'conflict' when it changed meanwhile or the name is taken
 */
export async function updateProduct(actor: Actor, { productId, version, ...details }: ProductDetailsForm, project: Project): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const product = await tx.product.findFirst({ where: { AND: [{ id: productId }, ownProducts(actor)] }, select: { supplierId: true } })
    if (!product || !canOffer(actor, product)) throw noSuch('product')
    const { count } = await tx.product.updateMany({ where: { id: productId, version }, data: { ...details, version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    await project(tx)
    await recordEvent(tx, actor, { type: 'product.described', subjectKind: 'product', subjectId: productId, productId })
  })
}

/**
 * Enters another release of a product. It starts without facts, claims and answers.
 * @throws DomainError 'not-found' when the product is not the actor's own, 'conflict' when it has a release of that name
 */
export async function createRelease(actor: Actor, { formKey, productId, label, releasedOn }: ReleaseForm): Promise<string> {
  return inTransaction(actor, async (tx) => {
    const product = await tx.product.findFirst({ where: { AND: [{ id: productId }, ownProducts(actor)] }, select: { supplierId: true } })
    if (!product || !canOffer(actor, product)) throw noSuch('product')
    const earlier = await earlierOutcome(tx, formKey)
    if (earlier !== null) return earlier
    const { id } = await tx.release.create({ data: { productId, supplierId: product.supplierId, label, releasedOn: releasedOn === null ? null : dateFromDay(releasedOn) } })
    await keepOutcome(tx, { key: formKey, command: 'createRelease', outcome: id, personId: actor.personId })
    await recordEvent(tx, actor, { type: 'release.created', subjectKind: 'release', subjectId: id, productId })
    return id
  })
}

/** Locks the release for the rest of the transaction, so that two forms of one version cannot both pass. Null when the form changes nothing. */
async function takeVersion(tx: Tx, actor: Actor, { releaseId, version }: { releaseId: string; version: number }, isSame: (release: { facts: unknown }) => boolean): Promise<{ productId: string } | null> {
  const release = await tx.release.findFirst({ where: { AND: [{ id: releaseId }, ownReleases(actor)] }, select: { productId: true, supplierId: true, facts: true } })
  if (!release || !canOffer(actor, release)) throw noSuch('release')
  if (isSame(release)) return null
  const { count } = await tx.release.updateMany({ where: { id: releaseId, version }, data: { version: { increment: 1 } } })
  if (count === 0) throw changedMeanwhile()
  return release
}

/**
 * States the facts that decide which standards apply. Stating them again as they are changes and records nothing.
 * @throws DomainError 'not-found' when the release is not the actor's own, 'conflict' when it changed meanwhile or is with the assessors
 */
export async function stateFacts(actor: Actor, { releaseId, version, ...facts }: FactsForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const taken = await takeVersion(tx, actor, { releaseId, version }, (release) => isDeepStrictEqual(statedFacts(release.facts), facts))
    if (!taken) return
    await tx.release.update({ where: { id: releaseId }, data: { facts } })
    await recordEvent(tx, actor, { type: 'release.facts-stated', subjectKind: 'release', subjectId: releaseId, productId: taken.productId, detail: { facts } })
  })
}

/**
 * Says which capabilities a release has: exactly these. Saying the same again changes and records nothing.
 * @throws DomainError 'invalid' for a capability that is not on the list or has expired, else as `stateFacts`
 */
export async function claimCapabilities(actor: Actor, { releaseId, version, refs }: ClaimsForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const held = (await tx.claim.findMany({ where: { releaseId } })).map((claim) => claim.capabilityRef)
    const fresh = [...new Set(refs)].filter((ref) => !held.includes(ref))
    const taken = await takeVersion(tx, actor, { releaseId, version }, () => fresh.length === 0 && held.every((ref) => refs.includes(ref)))
    if (!taken) return
    const known = await tx.capability.count({ where: { ref: { in: fresh }, status: 'Effective' } })
    if (known < fresh.length) throw new DomainError('invalid', 'Select capabilities from the list', 'refs')
    await tx.claim.deleteMany({ where: { releaseId, capabilityRef: { notIn: refs } } })
    await tx.claim.createMany({ data: fresh.map((capabilityRef) => ({ releaseId, capabilityRef })) })
    await recordEvent(tx, actor, { type: 'release.capabilities-claimed', subjectKind: 'release', subjectId: releaseId, productId: taken.productId, detail: { refs } })
  })
}

/**
 * Puts a release on the register in place of the one that stood there. Part of the decision to list: whoever decides
 * calls it in their transaction and records the event. The same release again leaves its listing as it is.
 */
export async function openListing(tx: Tx, { productId, releaseId }: { productId: string; releaseId: string }): Promise<void> {
  const open = await tx.listing.findFirst({ where: { productId, closedAt: null } })
  if (open?.releaseId === releaseId) return
  if (open) await tx.listing.update({ where: { id: open.id }, data: { closedAt: now(), closedReason: 'A newer release was listed' } })
  await tx.listing.create({ data: { productId, releaseId } })
}
