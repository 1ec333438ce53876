import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { systemActor } from '@/lib/audit/record-event'
import { atInstant, now } from '@/lib/platform/clock'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import type { Actor, BodyKind, Role } from './actor'
import { endMembership, enterBody, grantMembership, inviteColleague } from './commands'
import { actorOfToken, endSession, newSessionToken, sessionExpiry, startSession, switchMembership } from './session'
import { createPerson, requestSignInLink, takeSignInLink } from './sign-in'

afterAll(disconnect)

let counter = 0

async function member(role: Role, kind: BodyKind, bodyId?: string): Promise<Actor> {
  counter += 1
  const person = await createPerson(`person${counter}@example.test`, `Person ${counter}`)
  const token = newSessionToken()
  await inTransaction(systemActor, async (tx) => {
    const id = bodyId ?? (await tx.body.create({ data: { kind, name: `Body ${counter}` } })).id
    await tx.membership.create({ data: { personId: person.id, bodyId: id, bodyKind: kind, role } })
  })
  await startSession(person.id, token, sessionExpiry())
  const actor = await actorOfToken(token)
  if (!actor) throw new Error('The session did not start')
  return actor
}

async function signedIn(personId: string): Promise<string> {
  const token = newSessionToken()
  await startSession(personId, token, sessionExpiry())
  return token
}

describe('a session', () => {
  test('acts for the oldest membership, and is dead the moment it is ended', async () => {
    const editor = await member('supplier_editor', 'supplier')
    const token = await signedIn(editor.personId)
    expect((await actorOfToken(token))?.role).toBe('supplier_editor')
    await endSession(token)
    expect(await actorOfToken(token)).toBeNull()
  })

  test('dies with the membership it acts through', async () => {
    const admin = await member('supplier_admin', 'supplier')
    const editor = await member('supplier_editor', 'supplier', admin.bodyId ?? '')
    const token = await signedIn(editor.personId)
    const membership = await reading(systemActor, (tx) => tx.membership.findFirstOrThrow({ where: { personId: editor.personId } }))
    await endMembership(admin, { membershipId: membership.id })
    expect(await actorOfToken(token)).toBeNull()
  })

  test('gets a new token when it acts for another organisation, and the old one is worth nothing', async () => {
    const person = await member('buyer', 'supplier').catch(() => null)
    expect(person, 'a buyer does not fit a supplier').toBeNull()
    const editor = await member('supplier_editor', 'supplier')
    const second = await inTransaction(systemActor, async (tx) => {
      const body = await tx.body.create({ data: { kind: 'assessor', name: 'Second' } })
      return tx.membership.create({ data: { personId: editor.personId, bodyId: body.id, bodyKind: 'assessor', role: 'assessor' } })
    })
    const before = await signedIn(editor.personId)
    const actor = await actorOfToken(before)
    const after = newSessionToken()
    await switchMembership(actor ?? editor, second.id, after)
    expect(await actorOfToken(before)).toBeNull()
    expect((await actorOfToken(after))?.role).toBe('assessor')
  })

  test('cannot act through the membership of somebody else', async () => {
    const one = await member('supplier_editor', 'supplier')
    const two = await member('supplier_editor', 'supplier')
    const foreign = await reading(systemActor, (tx) => tx.membership.findFirstOrThrow({ where: { personId: two.personId } }))
    await expect(switchMembership(one, foreign.id, newSessionToken())).rejects.toThrow('You do not act for that organisation')
  })

  test('ends after two hours unused and after twelve hours whatever happens', async () => {
    const editor = await member('supplier_editor', 'supplier')
    const token = await signedIn(editor.personId)
    const later = (minutes: number) => new Date(now().getTime() + minutes * 60_000)
    expect(await atInstant(later(100), () => actorOfToken(token))).not.toBeNull()
    expect(await atInstant(later(100 + 119), () => actorOfToken(token))).not.toBeNull()
    expect(await atInstant(later(100 + 119 + 121), () => actorOfToken(token))).toBeNull()
    expect(await atInstant(later(12 * 60 + 1), () => actorOfToken(token))).toBeNull()
  })
})

describe('a sign-in link', () => {
  async function linkTo(email: string): Promise<string> {
    await requestSignInLink(email, '/', 'test')
    const mail = await reading(systemActor, (tx) => tx.mail.findFirstOrThrow({ where: { recipient: email }, orderBy: { createdAt: 'desc' } }))
    const token = new URL(/https?:\S+/.exec(mail.body)?.[0] ?? '').searchParams.get('token')
    return createHash('sha256').update(`${token}${process.env['NEXTAUTH_SECRET']}`).digest('hex')
  }

  test('is taken once, even by two clicks at the same instant', async () => {
    const hash = await linkTo('twice@example.test')
    const takes = await Promise.all([takeSignInLink(hash, 'twice@example.test'), takeSignInLink(hash, 'twice@example.test')])
    expect(takes.filter(Boolean)).toHaveLength(1)
  })

  test('belongs to its address', async () => {
    const hash = await linkTo('mine@example.test')
    expect(await takeSignInLink(hash, 'yours@example.test')).toBeNull()
    expect((await takeSignInLink(hash, 'mine@example.test'))?.email).toBe('mine@example.test')
  })

  test('is refused after six in an hour', async () => {
    await atInstant(new Date('2030-01-01T10:00:00Z'), async () => {
      for (let i = 0; i < 6; i++) await requestSignInLink('many@example.test', '/', 'test')
      await expect(requestSignInLink('many@example.test', '/', 'test')).rejects.toThrow('Too many tries')
    })
  })
})

describe('roles', () => {
  const grant = (email: string, bodyId: string | null, role: 'registrar' | 'lead_assessor' | 'assessor') => ({ email, name: 'Somebody', bodyId: bodyId ?? '', role })

  test('nobody gives themselves one, and nobody both grants and judges', async () => {
    const registrar = await member('registrar', 'register')
    const body = await enterBody(registrar, { kind: 'assessor', name: 'Assessing body', odsCode: '' })
    await expect(grantMembership(registrar, grant(registrar.email, body, 'assessor'))).rejects.toThrow('cannot be both a registrar and an assessor')
    const admin = await member('supplier_admin', 'supplier')
    await expect(inTransaction(systemActor, (tx) => tx.membership.create({
      data: { personId: admin.personId, bodyId: body, bodyKind: 'assessor', role: 'assessor', grantedById: admin.personId },
    }))).rejects.toThrow('You cannot give yourself a role')
    const second = await member('registrar', 'register')
    await expect(grantMembership(registrar, grant(second.email, body, 'lead_assessor'))).rejects.toThrow('cannot be both a registrar and an assessor')
  })

  test('an editor invites nobody; an administrator invites a colleague once', async () => {
    const admin = await member('supplier_admin', 'supplier')
    const editor = await member('supplier_editor', 'supplier', admin.bodyId ?? '')
    const colleague = { email: 'new.colleague@example.test', name: 'New Colleague', role: 'supplier_editor' as const }
    await expect(inviteColleague(editor, colleague)).rejects.toThrow('You cannot give this role')
    await inviteColleague(admin, colleague)
    await expect(inviteColleague(admin, colleague)).rejects.toThrow('already a member')
  })
})
