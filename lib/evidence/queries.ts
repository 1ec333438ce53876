import { z } from 'zod'
import type { Actor } from '@/lib/identity/actor'
import { dayFromDate, type Day } from '@/lib/platform/day'
import { reading, type Asker, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { EvidenceRevisionModel } from '@/prisma/generated/models'
import { visibilities, type Visibility } from './evidence'
import { ownItems, visibleRevisions } from './policy'
import type { EvidenceList } from './schema'

export const evidencePerPage = 20

const isId = (text: string) => z.uuid().safeParse(text).success

export type Revision = {
  id: string
  number: number
  kind: 'file' | 'link'
  sha256: string | null
  sizeBytes: number | null
  mediaType: string | null
  fileName: string | null
  url: string | null
  collectedOn: Day
  expiresOn: Day | null
  receivedAt: Date
}

export type LibraryRow = { itemId: string; name: string; visibility: Visibility; revisions: number; usedIn: number; latest: Pick<Revision, 'id' | 'kind' | 'fileName' | 'url' | 'sizeBytes' | 'collectedOn' | 'expiresOn'> }
export type Library = { rows: LibraryRow[]; total: number; page: number; pages: number }

const libraryRow = z.object({
  item_id: z.uuid(), name: z.string(), visibility: z.enum(visibilities), revisions: z.number(), used_in: z.number(),
  id: z.uuid(), kind: z.enum(['file', 'link']), file_name: z.string().nullable(), url: z.string().nullable(), size_bytes: z.number().nullable(), collected_on: z.date(), expires_on: z.date().nullable(),
}).transform(({ item_id, name, visibility, revisions, used_in, id, kind, file_name, url, size_bytes, collected_on, expires_on }): LibraryRow => ({
  itemId: item_id, name, visibility, revisions, usedIn: used_in,
  latest: { id, kind, fileName: file_name, url, sizeBytes: size_bytes, collectedOn: dayFromDate(collected_on), expiresOn: expires_on && dayFromDate(expires_on) },
}))

const orders: Record<EvidenceList['sort'], Prisma.Sql> = {
  newest: Prisma.sql`latest.received_at DESC, i.id`,
  name: Prisma.sql`lower(i.name), i.id`,
  expires: Prisma.sql`latest.expires_on NULLS LAST, lower(i.name), i.id`,
}

/** `used_in` counts the answers, over all releases, that show any revision of the item. */
async function libraryRows(tx: Tx, supplierId: string, sort: EvidenceList['sort'], skip: number): Promise<LibraryRow[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT i.id AS item_id, i.name, i.visibility::text, counted.revisions, counted.used_in,
           latest.id, latest.kind::text, latest.file_name, latest.url, latest.size_bytes, latest.collected_on, latest.expires_on
    FROM evidence_item i
    JOIN LATERAL (SELECT r.* FROM evidence_revision r WHERE r.item_id = i.id ORDER BY r.number DESC LIMIT 1) latest ON true
    JOIN LATERAL (
      SELECT count(DISTINCT r.id)::int AS revisions, count(DISTINCT shown.answer_id)::int AS used_in
      FROM evidence_revision r LEFT JOIN answer_evidence shown ON shown.revision_id = r.id WHERE r.item_id = i.id
    ) counted ON true
    WHERE i.supplier_id = ${supplierId}::uuid
    ORDER BY ${orders[sort]} LIMIT ${evidencePerPage} OFFSET ${skip}`
  return z.array(libraryRow).parse(rows)
}

/** Everything the actor's own supplier can show, with the latest revision of each. 20 to a page; a page past the end gives the last. */
export async function evidenceLibrary(actor: Actor, { page, sort }: EvidenceList): Promise<Library> {
  const where = ownItems(actor)
  return reading(actor, async (tx) => {
    const total = await tx.evidenceItem.count({ where })
    const pages = Math.max(1, Math.ceil(total / evidencePerPage))
    const shown = Math.min(page, pages)
    const rows = total === 0 ? [] : await libraryRows(tx, actor.bodyId ?? '', sort, (shown - 1) * evidencePerPage)
    return { rows, total, page: shown, pages }
  })
}

export type EvidenceUse = { revisionId: string; releaseId: string; productName: string; releaseLabel: string; standardId: string; standardName: string; code: string }
export type EvidenceItem = { id: string; name: string; visibility: Visibility; version: number; createdAt: Date; revisions: Revision[]; uses: EvidenceUse[] }

function revisionFrom({ id, number, kind, sha256, sizeBytes, mediaType, fileName, url, collectedOn, expiresOn, receivedAt }: EvidenceRevisionModel): Revision {
  return { id, number, kind, sha256, sizeBytes, mediaType, fileName, url, collectedOn: dayFromDate(collectedOn), expiresOn: expiresOn && dayFromDate(expiresOn), receivedAt }
}

async function usesOf(tx: Tx, itemId: string): Promise<EvidenceUse[]> {
  return tx.$queryRaw<EvidenceUse[]>`
    SELECT shown.revision_id AS "revisionId", rel.id AS "releaseId", p.name AS "productName", rel.label AS "releaseLabel", s.id AS "standardId", s.name AS "standardName", c.code
    FROM evidence_revision r
    JOIN answer_evidence shown ON shown.revision_id = r.id
    JOIN answer a ON a.id = shown.answer_id
    JOIN release rel ON rel.id = a.release_id
    JOIN product p ON p.id = rel.product_id
    JOIN criterion c ON c.id = a.criterion_id
    JOIN standard_version v ON v.id = c.standard_version_id
    JOIN standard s ON s.id = v.standard_id
    WHERE r.item_id = ${itemId}::uuid
    ORDER BY p.name, rel.created_at, s.name, c.position`
}

/** One of the actor's own items: its revisions, newest first, and the answers that show any of them. Null for anybody else's. */
export async function evidenceItem(actor: Actor, itemId: string): Promise<EvidenceItem | null> {
  if (!isId(itemId)) return null
  return reading(actor, async (tx) => {
    const item = await tx.evidenceItem.findFirst({ where: { AND: [{ id: itemId }, ownItems(actor)] }, include: { revisions: { orderBy: { number: 'desc' } } } })
    if (!item) return null
    const { id, name, visibility, version, createdAt, revisions } = item
    return { id, name, visibility, version, createdAt, revisions: revisions.map(revisionFrom), uses: await usesOf(tx, itemId) }
  })
}

export type EndingEvidence = { itemId: string; name: string; expiresOn: Day }

/** Of the evidence that the answers of one of the actor's releases show, what ends first; null when nothing of it ends. */
export async function nextToEnd(actor: Actor, releaseId: string): Promise<EndingEvidence | null> {
  if (!isId(releaseId)) return null
  const [row] = await reading(actor, (tx) => tx.$queryRaw<{ itemId: string; name: string; expiresOn: Date }[]>`
    SELECT i.id AS "itemId", i.name, r.expires_on AS "expiresOn"
    FROM answer a JOIN answer_evidence shown ON shown.answer_id = a.id JOIN evidence_revision r ON r.id = shown.revision_id JOIN evidence_item i ON i.id = r.item_id
    WHERE a.release_id = ${releaseId}::uuid AND a.supplier_id = ${actor.bodyId}::uuid AND r.expires_on IS NOT NULL
    ORDER BY r.expires_on, i.name LIMIT 1`)
  return row ? { itemId: row.itemId, name: row.name, expiresOn: dayFromDate(row.expiresOn) } : null
}

export type DownloadableFile = { sha256: string; sizeBytes: number; mediaType: string; fileName: string }

const downloadable = z.object({ sha256: z.string(), sizeBytes: z.number(), mediaType: z.string(), fileName: z.string() })

/** The file of a revision, for whoever may open it; null for a link, for what the asker may not see and for what does not exist. */
export async function evidenceForDownload(asker: Asker, revisionId: string): Promise<DownloadableFile | null> {
  if (!isId(revisionId)) return null
  const revision = await reading(asker, (tx) => tx.evidenceRevision.findFirst({ where: { AND: [{ id: revisionId, kind: 'file' }, visibleRevisions(asker)] } }))
  return revision && downloadable.parse(revision)
}
