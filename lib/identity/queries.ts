import { systemActor } from '@/lib/audit/record-event'
import { reading } from '@/lib/platform/db'
import type { Actor, BodyKind, Role } from './actor'
import { canSeeMembers } from './policy'

export type MemberRow = { membershipId: string; personId: string; name: string; email: string; role: Role; since: Date }

/** The people who act for an organisation now, by name. Null when the actor may not know. */
export async function membersOf(actor: Actor, bodyId: string | null = actor.bodyId): Promise<MemberRow[] | null> {
  if (!bodyId || !canSeeMembers(actor, { id: bodyId })) return null
  const rows = await reading(actor, (tx) => tx.membership.findMany({ where: { bodyId, endedAt: null }, include: { person: true }, orderBy: { person: { name: 'asc' } } }))
  return rows.map(({ id, role, createdAt, person }) => ({ membershipId: id, personId: person.id, name: person.name, email: person.email, role, since: createdAt }))
}

export type OwnMembership = { membershipId: string; bodyId: string; bodyName: string; bodyKind: BodyKind; role: Role; current: boolean }

/** What a person may act as: one row for each organisation. */
export async function ownMemberships(actor: Actor): Promise<OwnMembership[]> {
  const rows = await reading(actor, (tx) => tx.membership.findMany({ where: { personId: actor.personId, endedAt: null }, include: { body: true }, orderBy: { createdAt: 'asc' } }))
  return rows.map(({ id, role, bodyId, body }) => ({ membershipId: id, bodyId, bodyName: body.name, bodyKind: body.kind, role, current: bodyId === actor.bodyId }))
}

export type BodyRow = { id: string; name: string; kind: BodyKind; odsCode: string | null; members: number }

/** Every organisation that people act for, by name; a registrar's list. At most `size` from `page`, with the total. */
export async function bodies(actor: Actor, page: number, size = 25): Promise<{ rows: BodyRow[]; total: number } | null> {
  if (actor.role !== 'registrar') return null
  return reading(actor, async (tx) => {
    const total = await tx.body.count()
    const rows = await tx.body.findMany({ orderBy: { name: 'asc' }, skip: (page - 1) * size, take: size, include: { _count: { select: { memberships: { where: { endedAt: null } } } } } })
    return { total, rows: rows.map(({ id, name, kind, odsCode, _count }) => ({ id, name, kind, odsCode, members: _count.memberships })) }
  })
}

/** One organisation that people act for; a registrar's page. */
export async function bodyPage(actor: Actor, bodyId: string): Promise<(BodyRow & { people: MemberRow[] }) | null> {
  if (actor.role !== 'registrar') return null
  const body = await reading(actor, (tx) => tx.body.findUnique({ where: { id: bodyId } }))
  const people = await membersOf(actor, bodyId)
  return body && people ? { id: body.id, name: body.name, kind: body.kind, odsCode: body.odsCode, members: people.length, people } : null
}

export type DemonstrationPerson = { personId: string; name: string; email: string; roles: { role: Role; bodyName: string }[] }

/** Everybody there is, for the demonstration's sign-in page. Never call it outside the demonstration. */
export async function demonstrationPeople(): Promise<DemonstrationPerson[]> {
  const rows = await reading(systemActor, (tx) => tx.person.findMany({
    where: { memberships: { some: { endedAt: null } } },
    include: { memberships: { where: { endedAt: null }, include: { body: true }, orderBy: { createdAt: 'asc' } } },
    orderBy: { name: 'asc' },
  }))
  return rows.map(({ id, name, email, memberships }) => ({ personId: id, name, email, roles: memberships.map(({ role, body }) => ({ role, bodyName: body.name })) }))
}

export type OutboxRow = { id: string; recipient: string; subject: string; body: string; createdAt: Date; sentAt: Date | null }

/** The newest messages, for the demonstration's outbox page. Never call it outside the demonstration. */
export async function outbox(page: number, size = 20): Promise<{ rows: OutboxRow[]; total: number }> {
  return reading(systemActor, async (tx) => ({
    total: await tx.mail.count(),
    rows: await tx.mail.findMany({ orderBy: { createdAt: 'desc' }, skip: (page - 1) * size, take: size }),
  }))
}
