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

/** The products and releases that an actor works on: their own supplier's, listed or not, and nobody else's. The register is read through the catalogue. Combine with AND, never by spreading. */
export function ownProducts(actor: Actor): Prisma.ProductWhereInput {
  return isSupplier(actor) ? { supplierId: actor.bodyId } : { id: { in: [] } }
}

export function ownReleases(actor: Actor): Prisma.ReleaseWhereInput {
  return isSupplier(actor) ? { supplierId: actor.bodyId } : { id: { in: [] } }
}
