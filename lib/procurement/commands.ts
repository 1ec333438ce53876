import { recordEvent } from '@/lib/audit/record-event'
import { isMember, type Actor, type Member } from '@/lib/identity/actor'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { earlierOutcome, keepOutcome } from '@/lib/platform/form-receipt'
import { canChangeItem, canShortlist, visibleItems } from './policy'
import type { AddForm, NoteForm, RemoveForm } from './schema'

function refuseOthers(actor: Actor): Member {
  if (!canShortlist(actor) || !isMember(actor)) throw new DomainError('forbidden', 'Only a buyer keeps a shortlist')
  return actor
}

/** The products of these addresses that stand on the register. */
async function listedProducts(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const entries = await tx.catalogueEntry.findMany({ where: { slug: { in: [...slugs] } }, select: { productId: true } })
  if (entries.length < new Set(slugs).size) throw new DomainError('invalid', 'One of these products is not on the register. Take it off and try again', 'product')
  return entries.map(({ productId }) => productId)
}

/**
 * Puts products on the actor's shortlist, all under one note. What is there already keeps its own.
 * @throws DomainError 'forbidden' for anybody but a buyer, 'invalid' for what is not on the register, 'conflict' when all are there already
 */
export async function addToShortlist(actor: Actor, { formKey, product: slugs, note }: AddForm): Promise<number> {
  const { bodyId, personId } = refuseOthers(actor)
  return inTransaction(actor, async (tx) => {
    const earlier = await earlierOutcome(tx, formKey)
    if (earlier !== null) return Number(earlier)
    const productIds = await listedProducts(tx, slugs)
    const held = await tx.shortlistItem.findMany({ where: { AND: [{ productId: { in: productIds } }, visibleItems(actor)] }, select: { productId: true } })
    const fresh = productIds.filter((id) => !held.some(({ productId }) => productId === id))
    if (fresh.length === 0) throw new DomainError('conflict', slugs.length === 1 ? 'This product is already on your shortlist' : 'These products are already on your shortlist')
    await tx.shortlistItem.createMany({ data: fresh.map((productId) => ({ bodyId, personId, productId, note })) })
    await keepOutcome(tx, { key: formKey, command: 'addToShortlist', outcome: String(fresh.length), personId })
    await recordEvent(tx, actor, { type: 'shortlist.added', subjectKind: 'shortlist', subjectId: personId, detail: { productIds: fresh } })
    return fresh.length
  })
}

async function ownItem(tx: Tx, actor: Actor, itemId: string) {
  const item = await tx.shortlistItem.findFirst({ where: { AND: [{ id: itemId }, visibleItems(actor)] } })
  if (!item || !canChangeItem(actor, item)) throw new DomainError('not-found', 'There is no such product on your shortlist')
  return item
}

/** @throws DomainError 'not-found' for what is not on the actor's own shortlist, 'conflict' when it changed meanwhile */
export async function changeNote(actor: Actor, { itemId, version, note }: NoteForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    await ownItem(tx, actor, itemId)
    const { count } = await tx.shortlistItem.updateMany({ where: { id: itemId, version }, data: { note, version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    await recordEvent(tx, actor, { type: 'shortlist.noted', subjectKind: 'shortlist', subjectId: itemId })
  })
}

/** @throws DomainError 'not-found' for what is not on the actor's own shortlist, 'conflict' when its note changed meanwhile */
export async function removeFromShortlist(actor: Actor, { itemId, version }: RemoveForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const { productId } = await ownItem(tx, actor, itemId)
    const { count } = await tx.shortlistItem.deleteMany({ where: { id: itemId, version } })
    if (count === 0) throw changedMeanwhile()
    await recordEvent(tx, actor, { type: 'shortlist.removed', subjectKind: 'shortlist', subjectId: itemId, detail: { productId } })
  })
}
