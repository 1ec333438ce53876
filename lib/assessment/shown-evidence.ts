import { createHash } from 'node:crypto'
import { dayFromDate, dayOf } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { ShownEvidence } from './assessment'

/** Evidence that the asker may open: a file has a name, a size and a type, a link has an address. `number` counts an item's revisions. */
export type KeptEvidence = ShownEvidence & { itemId: string; number: number; fileName: string | null; mediaType: string | null; sizeBytes: number | null; url: string | null }

/** The evidence that the asker may see, newest first. */
export async function keptEvidence(tx: Tx, where: Prisma.EvidenceRevisionWhereInput): Promise<KeptEvidence[]> {
  const rows = await tx.evidenceRevision.findMany({ where, include: { item: { select: { name: true } } }, orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }] })
  return rows.map(({ id, item, collectedOn, expiresOn, receivedAt, kind, fileName, mediaType, sha256, url, itemId, number, sizeBytes }) => ({
    revisionId: id,
    name: item.name,
    kind,
    fileName,
    mediaType,
    sha256: sha256 ?? createHash('sha256').update(url ?? '').digest('hex'),
    url,
    itemId,
    number,
    sizeBytes,
    collectedOn: dayFromDate(collectedOn),
    expiresOn: expiresOn === null ? null : dayFromDate(expiresOn),
    receivedOn: dayOf(receivedAt),
  }))
}
