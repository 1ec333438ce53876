import type { Actor } from '@/lib/identity/actor'
import type { Asker } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

/** A shortlist is kept by a buyer, for the organisation they act for. */
export function canShortlist(actor: Actor): boolean {
  return actor.role === 'buyer'
}

/** What is on a shortlist is changed by the person who put it there, while they act for the same organisation. */
export function canChangeItem(actor: Actor, item: { bodyId: string; personId: string }): boolean {
  return canShortlist(actor) && actor.bodyId === item.bodyId && actor.personId === item.personId
}

/** Which items an asker may know exist: a buyer's own. Combine with AND, never by spreading. */
export function visibleItems(asker: Asker): Prisma.ShortlistItemWhereInput {
  if (asker.role !== 'buyer' || asker.bodyId === null || asker.personId === null) return { id: { in: [] } }
  return { bodyId: asker.bodyId, personId: asker.personId }
}
