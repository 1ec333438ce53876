import { isSupplier, type Actor } from '@/lib/identity/actor'
import type { Asker } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

/** Any person may enter a supplier, and becomes its administrator; a program or a reader without an account may not. */
export function canRegisterSupplier(asker: Asker): boolean {
  return asker.personId !== null
}

/** What a supplier says of itself is its administrators' to say. */
export function canDescribeSupplier(actor: Actor, supplier: { id: string }): boolean {
  return actor.role === 'supplier_admin' && actor.bodyId === supplier.id
}

/** Products, releases, facts and claims are stated by any of the supplier's own people. */
export function canOffer(actor: Actor, offered: { supplierId: string }): boolean {
  return isSupplier(actor) && actor.bodyId === offered.supplierId
}

/** A listing follows from a decision, so only whoever may decide opens one. */
export function canOpenListing(actor: Actor): boolean {
  return actor.role === 'lead_assessor'
}

const judges = (asker: Asker) => asker.role === 'assessor' || asker.role === 'lead_assessor'
const supplies = (asker: Asker): asker is Asker & { bodyId: string } => (asker.role === 'supplier_editor' || asker.role === 'supplier_admin') && asker.bodyId !== null

/** Which products an asker may know exist: their own, or for assessors all, or what is or was on the register. Combine with AND, never by spreading. */
export function visibleProducts(asker: Asker): Prisma.ProductWhereInput {
  if (judges(asker)) return {}
  const listed = { listings: { some: {} } }
  return supplies(asker) ? { OR: [{ supplierId: asker.bodyId }, listed] } : listed
}

/** The same for releases: of a listed product, only the releases that were listed. */
export function visibleReleases(asker: Asker): Prisma.ReleaseWhereInput {
  if (judges(asker)) return {}
  const listed = { listings: { some: {} } }
  return supplies(asker) ? { OR: [{ supplierId: asker.bodyId }, listed] } : listed
}

/** The products and releases that an actor may change. Nobody else's, listed or not. */
export function ownProducts(actor: Actor): Prisma.ProductWhereInput {
  return isSupplier(actor) ? { supplierId: actor.bodyId } : { id: { in: [] } }
}

export function ownReleases(actor: Actor): Prisma.ReleaseWhereInput {
  return isSupplier(actor) ? { supplierId: actor.bodyId } : { id: { in: [] } }
}
