import { isMember, type Actor, type BodyKind, type Role } from './actor'

/** A supplier's administrator invites colleagues; the registrar gives every other role. */
export function canGrant(actor: Actor, body: { id: string; kind: BodyKind }, role: Role): boolean {
  if (actor.role === 'registrar') return body.kind !== 'supplier' || role === 'supplier_admin'
  return actor.role === 'supplier_admin' && body.kind === 'supplier' && actor.bodyId === body.id && (role === 'supplier_editor' || role === 'supplier_admin')
}

/** Nobody ends their own membership, so that an organisation is not left without its last administrator by a slip. */
export function canEndMembership(actor: Actor, membership: { personId: string; bodyId: string; bodyKind: BodyKind }): boolean {
  if (!isMember(actor) || membership.personId === actor.personId) return false
  if (actor.role === 'registrar') return true
  return actor.role === 'supplier_admin' && membership.bodyKind === 'supplier' && actor.bodyId === membership.bodyId
}

export function canSeeMembers(actor: Actor, body: { id: string }): boolean {
  return actor.role === 'registrar' || (isMember(actor) && actor.bodyId === body.id)
}
