import { isSupplier, type Actor } from '@/lib/identity/actor'
import type { Asker } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Visibility } from './evidence'

/** Any of a supplier's people may add evidence, replace it and say who may open it. */
export function canOfferEvidence(actor: Actor, { supplierId }: { supplierId: string }): boolean {
  return isSupplier(actor) && actor.bodyId === supplierId
}

/** Only the supplier's own library is a list; everybody else meets evidence beside what it proves. */
export function ownItems(actor: Actor): Prisma.EvidenceItemWhereInput {
  return isSupplier(actor) ? { supplierId: actor.bodyId } : { id: { in: [] } }
}

const openTo = (asker: Asker): Visibility[] => (asker.role === 'buyer' ? ['public', 'buyers'] : ['public'])

/**
 * Which revisions an asker may open: a supplier its own; assessors those sent in what they judge; a buyer and anybody else what the supplier
 * opened to them. Row-level security adds what the columns here cannot say: sent to this assessor, and on the register. Combine with AND.
 */
export function visibleRevisions(asker: Asker): Prisma.EvidenceRevisionWhereInput {
  if (asker.role === 'assessor' || asker.role === 'lead_assessor') return {}
  const open: Prisma.EvidenceRevisionWhereInput = { item: { visibility: { in: openTo(asker) } } }
  const supplies = (asker.role === 'supplier_editor' || asker.role === 'supplier_admin') && asker.bodyId !== null
  return supplies ? { OR: [{ supplierId: asker.bodyId ?? '' }, open] } : open
}
