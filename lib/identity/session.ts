import { createHash, randomBytes } from 'node:crypto'
import { recordEvent, systemActor } from '@/lib/audit/record-event'
import { now } from '@/lib/platform/clock'
import { inTransaction, reading, type Tx } from '@/lib/platform/db'
import { DomainError } from '@/lib/platform/domain-error'
import type { Actor } from './actor'

const absoluteHours = 12
const idleMinutes = 120
const touchMinutes = 5

/** What the browser keeps. The database keeps only its SHA-256, so that a copy of the database signs nobody in. */
export function newSessionToken(): string {
  return randomBytes(32).toString('hex')
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The instant after which a session ends, however busy it is. */
export function sessionExpiry(): Date {
  return new Date(now().getTime() + absoluteHours * 3_600_000)
}

const asPerson = (personId: string) => ({ personId, bodyId: null, role: 'newcomer' })

async function firstMembership(tx: Tx, personId: string): Promise<string | null> {
  const membership = await tx.membership.findFirst({ where: { personId, endedAt: null }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  return membership?.id ?? null
}

/** Starts a session in the person's oldest membership, when they have one. */
export async function startSession(personId: string, token: string, expiresAt: Date): Promise<void> {
  await inTransaction(asPerson(personId), async (tx) => {
    const membershipId = await firstMembership(tx, personId)
    const { id } = await tx.session.create({ data: { personId, membershipId, tokenHash: hashOf(token), expiresAt }, select: { id: true } })
    await recordEvent(tx, asPerson(personId), { type: 'session.started', subjectKind: 'session', subjectId: id })
  })
}

/** Who acts by this token now, or null when it is unknown, ended, too old or too long unused. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const session = await reading(systemActor, (tx) => tx.session.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { person: true, membership: { include: { body: true } } },
  }))
  if (!session || session.expiresAt <= now()) return null
  const idleMs = now().getTime() - session.lastSeenAt.getTime()
  if (idleMs > idleMinutes * 60_000) return null
  if (idleMs > touchMinutes * 60_000) await touch(session.id)
  const { person, membership } = session
  const who = { personId: person.id, name: person.name, email: person.email, sessionId: session.id }
  if (!membership || membership.endedAt) return { ...who, bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }
  return { ...who, bodyId: membership.bodyId, bodyKind: membership.bodyKind, bodyName: membership.body.name, role: membership.role }
}

async function touch(sessionId: string): Promise<void> {
  await inTransaction(systemActor, (tx) => tx.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now() } }))
}

/** Ends a session at once; a token that is already dead is left in peace. */
export async function endSession(token: string): Promise<void> {
  await inTransaction(systemActor, async (tx) => {
    const session = await tx.session.findUnique({ where: { tokenHash: hashOf(token) } })
    if (!session) return
    await tx.session.deleteMany({ where: { id: session.id } })
    await recordEvent(tx, systemActor, { type: 'session.ended', subjectKind: 'person', subjectId: session.personId })
  })
}

/**
 * Acts for another organisation from now on. The token changes with the role, so that an older copy of the cookie is worth nothing.
 * @throws DomainError 'not-found' when the membership is not the person's own, or has ended
 */
export async function switchMembership(actor: Actor, membershipId: string, token: string): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const membership = await tx.membership.findFirst({ where: { id: membershipId, personId: actor.personId, endedAt: null } })
    if (!membership) throw new DomainError('not-found', 'You do not act for that organisation')
    await tx.session.updateMany({ where: { id: actor.sessionId }, data: { membershipId, tokenHash: hashOf(token) } })
    await recordEvent(tx, actor, { type: 'session.switched', subjectKind: 'membership', subjectId: membershipId })
  })
}
