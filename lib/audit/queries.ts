import type { Prisma } from '@/prisma/generated/client'
import { reading, type Asker } from '@/lib/platform/db'
import { dateFromDay, addDays, type Day } from '@/lib/platform/day'
import { publicReader } from './record-event'
import { canReadRecord } from './policy'

export type Entry = {
  position: string
  occurredAt: Date
  type: string
  role: string
  person: string | null
  body: string | null
  subjectKind: string
  subjectId: string
  detail: Record<string, unknown>
  hash: string
}

export type RecordFilter = { type?: string; subject?: string; from?: Day; until?: Day; page: number }

export const entriesAPage = 50

function whereOf({ type, subject, from, until }: RecordFilter): Prisma.AuditEventWhereInput {
  const conditions: Prisma.AuditEventWhereInput[] = []
  if (type) conditions.push({ type })
  if (subject) conditions.push({ OR: [{ subjectId: subject }, ...(/^[0-9a-f-]{36}$/.test(subject) ? [{ productId: subject }] : [])] })
  if (from) conditions.push({ occurredAt: { gte: dateFromDay(from) } })
  if (until) conditions.push({ occurredAt: { lt: dateFromDay(addDays(until, 1)) } })
  return { AND: conditions }
}

/** The whole record, newest first; null for anybody but a registrar. Days count from midnight UTC. */
export async function record(asker: Asker, filter: RecordFilter): Promise<{ rows: Entry[]; total: number; types: string[] } | null> {
  if (!canReadRecord(asker)) return null
  return reading(asker, async (tx) => {
    const where = whereOf(filter)
    const total = await tx.auditEvent.count({ where })
    const events = await tx.auditEvent.findMany({ where, orderBy: { position: 'desc' }, skip: (filter.page - 1) * entriesAPage, take: entriesAPage })
    const known = await tx.auditEvent.findMany({ distinct: ['type'], select: { type: true }, orderBy: { type: 'asc' } })
    const people = await tx.person.findMany({ where: { id: { in: events.flatMap(({ personId }) => personId ?? []) } }, select: { id: true, name: true } })
    const bodies = await tx.body.findMany({ where: { id: { in: events.flatMap(({ bodyId }) => bodyId ?? []) } }, select: { id: true, name: true } })
    const nameOf = new Map([...people, ...bodies].map(({ id, name }) => [id, name]))
    return {
      total,
      types: known.map(({ type }) => type),
      rows: events.map(({ position, personId, bodyId, detail, ...event }) => ({
        ...event,
        position: position.toString(),
        person: personId ? (nameOf.get(personId) ?? personId) : null,
        body: bodyId ? (nameOf.get(bodyId) ?? bodyId) : null,
        detail: detail as Record<string, unknown>,
      })),
    }
  })
}

export type PublicEntry = { position: string; occurredAt: Date; type: string; detail: Record<string, unknown> }

/** What anybody may know of a product's past, newest first. */
export async function publicHistory(productId: string, page = 1, size = 20): Promise<{ rows: PublicEntry[]; total: number }> {
  return reading(publicReader, async (tx) => {
    const where = { productId, isPublic: true }
    const rows = await tx.auditEvent.findMany({ where, orderBy: { position: 'desc' }, skip: (page - 1) * size, take: size })
    return {
      total: await tx.auditEvent.count({ where }),
      rows: rows.map(({ position, occurredAt, type, detail }) => ({ position: position.toString(), occurredAt, type, detail: detail as Record<string, unknown> })),
    }
  })
}
