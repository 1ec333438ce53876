import { dayFromDate, dayOf } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { ShownEvidence } from './assessment'

/** Evidence with the number of its revision, and whether a later one has replaced it. */
export type KeptEvidence = ShownEvidence & { itemId: string; number: number; sizeBytes: number | null }

/** The evidence that the asker may see, newest first. */
export async function keptEvidence(tx: Tx, where: Prisma.EvidenceRevisionWhereInput): Promise<KeptEvidence[]> {
  const rows = await tx.evidenceRevision.findMany({ where, include: { item: { select: { name: true } } }, orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }] })
  return rows.map(({ id, item, collectedOn, expiresOn, receivedAt, kind, fileName, mediaType, sha256, url, itemId, number, sizeBytes }) => ({
    revisionId: id,
    name: item.name,
    kind,
    fileName,
    mediaType,
    sha256,
    url,
    itemId,
    number,
    sizeBytes,
    collectedOn: dayFromDate(collectedOn),
    expiresOn: expiresOn === null ? null : dayFromDate(expiresOn),
    receivedOn: dayOf(receivedAt),
  }))
}
