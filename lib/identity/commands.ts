import { recordEvent } from '@/lib/audit/record-event'
import { now } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { DomainError } from '@/lib/platform/domain-error'
import { env } from '@/lib/platform/env'
import { postMail, writeMail } from '@/lib/platform/mail'
import { roleNames, type Actor, type Role } from './actor'
import { canEndMembership, canGrant } from './policy'
import type { BodyForm, GrantForm, InviteForm, MembershipForm } from './schema'

type Grant = { email: string; name: string; role: Role }

async function grantRole(tx: Tx, actor: Actor, body: { id: string; kind: 'supplier' | 'nhs' | 'assessor' | 'register'; name: string }, grant: Grant) {
  if (!canGrant(actor, body, grant.role)) throw new DomainError('forbidden', 'You cannot give this role in this organisation')
  const person = await tx.person.upsert({ where: { email: grant.email }, update: {}, create: { email: grant.email, name: grant.name } })
  const membership = await tx.membership.create({ data: { personId: person.id, bodyId: body.id, bodyKind: body.kind, role: grant.role, grantedById: actor.personId } })
  const message = {
    recipient: grant.email,
    subject: `You can now act for ${body.name} on Touchstone`,
    body: `${actor.name} has made you ${roleNames[grant.role].toLowerCase()} for ${body.name}.\n\nSign in with this email address: ${new URL('/sign-in', env().NEXTAUTH_URL)}\n`,
  }
  await writeMail(tx, message)
  await recordEvent(tx, actor, { type: 'membership.granted', subjectKind: 'membership', subjectId: membership.id, detail: { role: grant.role, bodyId: body.id } })
  return message
}

/**
 * Brings a colleague into the actor's own supplier. They sign in with that email address; nothing else is needed.
 * @throws DomainError 'forbidden' for anybody but an administrator, 'conflict' when they are a member already
 */
export async function inviteColleague(actor: Actor, { email, name, role }: InviteForm): Promise<void> {
  const message = await inTransaction(actor, async (tx) => {
    const body = actor.bodyId ? await tx.body.findUnique({ where: { id: actor.bodyId } }) : null
    if (!body) throw new DomainError('not-found', 'You do not act for an organisation')
    return grantRole(tx, actor, body, { email, name, role })
  })
  await postMail(message)
}

/**
 * A registrar gives a person a role in an organisation.
 * @throws DomainError 'forbidden' for anybody but a registrar, 'conflict' when they are a member already
 */
export async function grantMembership(actor: Actor, { bodyId, ...grant }: GrantForm): Promise<void> {
  const message = await inTransaction(actor, async (tx) => {
    const body = await tx.body.findUnique({ where: { id: bodyId } })
    if (!body) throw new DomainError('not-found', 'There is no such organisation', 'bodyId')
    return grantRole(tx, actor, body, grant)
  })
  await postMail(message)
}

/**
 * Ends a membership; its sessions end with it, in the same transaction.
 * @throws DomainError 'not-found', or 'forbidden' for one's own membership or another organisation's
 */
export async function endMembership(actor: Actor, { membershipId }: MembershipForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const membership = await tx.membership.findFirst({ where: { id: membershipId, endedAt: null } })
    if (!membership) throw new DomainError('not-found', 'There is no such member')
    if (!canEndMembership(actor, membership)) throw new DomainError('forbidden', 'You cannot remove this person')
    await tx.membership.update({ where: { id: membershipId }, data: { endedAt: now() } })
    await recordEvent(tx, actor, { type: 'membership.ended', subjectKind: 'membership', subjectId: membershipId, detail: { role: membership.role, bodyId: membership.bodyId } })
  })
}

async function inDirectory(tx: Tx, odsCode: string): Promise<{ name: string; odsCode: string }> {
  const organisation = await tx.organisation.findUnique({ where: { odsCode }, select: { name: true, odsCode: true } })
  if (!organisation) throw new DomainError('invalid', 'The directory has no organisation with this ODS code', 'odsCode')
  return organisation
}

/**
 * A registrar enters an organisation that people can then act for: an NHS organisation from the directory, or an assessing body.
 * @throws DomainError 'invalid' when the directory has no such ODS code, 'conflict' when it is entered already
 */
export async function enterBody(actor: Actor, { kind, name, odsCode }: BodyForm): Promise<string> {
  return inTransaction(actor, async (tx) => {
    if (actor.role !== 'registrar') throw new DomainError('forbidden', 'Only a registrar can enter an organisation')
    const named = kind === 'nhs' ? await inDirectory(tx, odsCode) : { name, odsCode: null }
    const body = await tx.body.create({ data: { kind, ...named } })
    await recordEvent(tx, actor, { type: 'body.entered', subjectKind: 'body', subjectId: body.id, detail: { kind } })
    return body.id
  })
}
