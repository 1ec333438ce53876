import type { BodyKind, Role } from '@/prisma/generated/enums'

export type { BodyKind, Role }

/** A signed-in person who belongs to no organisation yet: they may register a supplier, and nothing else. */
export type Newcomer = { personId: string; name: string; email: string; sessionId: string; bodyId: null; bodyKind: null; bodyName: null; role: 'newcomer' }

/** A person acting for one organisation in one role. */
export type Member = { personId: string; name: string; email: string; sessionId: string; bodyId: string; bodyKind: BodyKind; bodyName: string; role: Role }

/** Whoever acts. Every command takes one first. */
export type Actor = Newcomer | Member

export const roleNames: Record<Role | 'newcomer', string> = {
  supplier_editor: 'Supplier editor',
  supplier_admin: 'Supplier administrator',
  assessor: 'Assessor',
  lead_assessor: 'Lead assessor',
  buyer: 'Buyer',
  standards_manager: 'Standards manager',
  registrar: 'Registrar',
  newcomer: 'New to the register',
}

export const rolesOfKind = {
  supplier: ['supplier_editor', 'supplier_admin'],
  nhs: ['buyer'],
  assessor: ['assessor', 'lead_assessor'],
  register: ['standards_manager', 'registrar'],
} as const satisfies Record<BodyKind, readonly Role[]>

export function isMember(actor: Actor): actor is Member {
  return actor.role !== 'newcomer'
}

export function isSupplier(actor: Actor): actor is Member {
  return actor.role === 'supplier_editor' || actor.role === 'supplier_admin'
}

/** Assessors and lead assessors read submissions and make findings. */
export function isJudge(actor: Actor): actor is Member {
  return actor.role === 'assessor' || actor.role === 'lead_assessor'
}
