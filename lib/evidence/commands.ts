import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { dateFromDay, type Day } from '@/lib/platform/day'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { earlierOutcome, keepOutcome } from '@/lib/platform/form-receipt'
import type { StoredFile } from './evidence'
import { canOfferEvidence, ownItems } from './policy'
import type { EvidenceForm, LinkForm, LinkRevisionForm, RevisionForm, VisibilityForm } from './schema'

export type Received = { itemId: string; revisionId: string }

type Days = { collectedOn: Day; expiresOn: Day | null }
type Content = StoredFile | { url: string }

async function insertRevision(tx: Tx, actor: Actor, item: { id: string; supplierId: string; number: number }, { collectedOn, expiresOn }: Days, content: Content): Promise<string> {
  const { id } = await tx.evidenceRevision.create({
    data: {
      itemId: item.id,
      supplierId: item.supplierId,
      number: item.number,
      kind: 'url' in content ? 'link' : 'file',
      ...content,
      collectedOn: dateFromDay(collectedOn),
      expiresOn: expiresOn === null ? null : dateFromDay(expiresOn),
      receivedById: actor.personId,
    },
    select: { id: true },
  })
  return id
}

async function receivedEarlier(tx: Tx, actor: Actor, formKey: string): Promise<Received | null> {
  const revisionId = await earlierOutcome(tx, formKey)
  if (revisionId === null) return null
  const revision = await tx.evidenceRevision.findFirst({ where: { id: revisionId, item: ownItems(actor) }, select: { id: true, itemId: true } })
  if (!revision) throw new DomainError('not-found', 'There is no such evidence')
  return { itemId: revision.itemId, revisionId: revision.id }
}

/** What is safe to keep for ever: which content it was, not what it was called. */
const trace = (content: Content) => ('url' in content ? { kind: 'link' } : { kind: 'file', sha256: content.sha256, sizeBytes: content.sizeBytes, mediaType: content.mediaType })

async function receive(actor: Actor, { formKey, itemName, visibility, ...days }: EvidenceForm, content: Content): Promise<Received> {
  return inTransaction(actor, async (tx) => {
    const supplierId = actor.bodyId
    if (!supplierId || !canOfferEvidence(actor, { supplierId })) throw new DomainError('forbidden', 'Only a supplier can add evidence')
    const earlier = await receivedEarlier(tx, actor, formKey)
    if (earlier) return earlier
    const item = await tx.evidenceItem.create({ data: { supplierId, name: itemName, visibility, createdById: actor.personId }, select: { id: true } })
    const revisionId = await insertRevision(tx, actor, { id: item.id, supplierId, number: 1 }, days, content)
    await keepOutcome(tx, { key: formKey, command: 'receiveEvidence', outcome: revisionId, personId: actor.personId })
    await recordEvent(tx, actor, { type: 'evidence.received', subjectKind: 'evidence', subjectId: item.id, detail: { revisionId, visibility, ...trace(content) } })
    return { itemId: item.id, revisionId }
  })
}

/**
 * Enters a file that the store has kept as a new evidence item.
 * @throws DomainError 'forbidden' for anybody but a supplier, 'invalid' when it was collected in the future
 */
export async function receiveFile(actor: Actor, form: EvidenceForm, file: StoredFile): Promise<Received> {
  return receive(actor, form, file)
}

/** The same for a page elsewhere. The register keeps its address, and never fetches it. */
export async function receiveLink(actor: Actor, { url, ...form }: LinkForm): Promise<Received> {
  return receive(actor, form, { url })
}

async function add(actor: Actor, { formKey, itemId, ...days }: RevisionForm, content: Content): Promise<Received> {
  return inTransaction(actor, async (tx) => {
    const item = await tx.evidenceItem.findFirst({ where: { AND: [{ id: itemId }, ownItems(actor)] }, select: { id: true, supplierId: true } })
    if (!item || !canOfferEvidence(actor, item)) throw new DomainError('not-found', 'There is no such evidence')
    const earlier = await receivedEarlier(tx, actor, formKey)
    if (earlier) return earlier
    // Locks the item, so that two people who add at once get two numbers.
    await tx.evidenceItem.update({ where: { id: itemId }, data: { version: { increment: 1 } } })
    const last = await tx.evidenceRevision.aggregate({ where: { itemId }, _max: { number: true } })
    const revisionId = await insertRevision(tx, actor, { ...item, number: (last._max.number ?? 0) + 1 }, days, content)
    await keepOutcome(tx, { key: formKey, command: 'addRevision', outcome: revisionId, personId: actor.personId })
    await recordEvent(tx, actor, { type: 'evidence.revised', subjectKind: 'evidence', subjectId: itemId, detail: { revisionId, ...trace(content) } })
    return { itemId, revisionId }
  })
}

/**
 * Adds a newer document under an item. Answers go on showing the revision they showed, until somebody changes them.
 * @throws DomainError 'not-found' when the item is not the actor's own, 'invalid' when it was collected in the future
 */
export async function addRevision(actor: Actor, form: RevisionForm, file: StoredFile): Promise<Received> {
  return add(actor, form, file)
}

export async function addLinkRevision(actor: Actor, { url, ...form }: LinkRevisionForm): Promise<Received> {
  return add(actor, form, { url })
}

/**
 * Says who may open an item from now on; its copies that others have already downloaded are theirs.
 * @throws DomainError 'not-found' when the item is not the actor's own, 'conflict' when it changed meanwhile
 */
export async function changeVisibility(actor: Actor, { itemId, version, visibility }: VisibilityForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const item = await tx.evidenceItem.findFirst({ where: { AND: [{ id: itemId }, ownItems(actor)] }, select: { supplierId: true, visibility: true } })
    if (!item || !canOfferEvidence(actor, item)) throw new DomainError('not-found', 'There is no such evidence')
    const { count } = await tx.evidenceItem.updateMany({ where: { id: itemId, version }, data: { visibility, version: { increment: 1 } } })
    if (count === 0) throw changedMeanwhile()
    await recordEvent(tx, actor, { type: 'evidence.visibility-changed', subjectKind: 'evidence', subjectId: itemId, detail: { from: item.visibility, to: visibility } })
  })
}
