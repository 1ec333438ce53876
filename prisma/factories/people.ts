import { randomUUID } from 'node:crypto'
import { recordEvent, systemActor } from '@/lib/audit/record-event'
import type { BodyKind, Member, Newcomer, Role } from '@/lib/identity/actor'
import { inTransaction, reading } from '@/lib/platform/db'
import { registerSupplier } from '@/lib/registry/commands'

/*
 * People for seeds and tests. Each comes back as the actor that commands take.
 *   aPerson({ name, email })                   a newcomer
 *   aMember('assessor', { name, bodyId })      a person with one role, in a new body unless one is given (not suppliers)
 *   aSupplier({ name, admin })                 a supplier with its administrator, by the real command
 *   asMember(email, bodyId)                    somebody who is there already, acting for one of their organisations
 */

type Named = { name?: string; email?: string }

/** Unique in a run, so that two tests never meet each other's rows. */
export const anEmail = () => `${randomUUID()}@person.example`

export async function aPerson({ name = 'Ada Newcomer', email = anEmail() }: Named = {}): Promise<Newcomer> {
  const person = await inTransaction(systemActor, (tx) => tx.person.create({ data: { name, email } }))
  return { personId: person.id, name, email, sessionId: randomUUID(), bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }
}

type OfficeRole = Exclude<Role, 'supplier_admin' | 'supplier_editor' | 'buyer'>

const officeKinds: Record<OfficeRole, BodyKind> = { assessor: 'assessor', lead_assessor: 'assessor', standards_manager: 'register', registrar: 'register' }

/** The registrar who would grant this is left out: it is how the first registrar comes to be, and all that a test needs. */
export async function aMember(role: OfficeRole, { name = `A ${role.replace('_', ' ')}`, email = anEmail(), bodyId, bodyName = `Body of ${name}` }: Named & { bodyId?: string; bodyName?: string } = {}): Promise<Member> {
  const id = await inTransaction(systemActor, async (tx) => {
    const bodyKind = officeKinds[role]
    const body = bodyId ?? (await tx.body.create({ data: { kind: bodyKind, name: bodyName } })).id
    const person = await tx.person.create({ data: { name, email } })
    const membership = await tx.membership.create({ data: { personId: person.id, bodyId: body, bodyKind, role } })
    await recordEvent(tx, systemActor, { type: 'membership.granted', subjectKind: 'membership', subjectId: membership.id, detail: { role, bodyId: body } })
    return body
  })
  return asMember(email, id)
}

export type NewSupplier = Named & { admin?: string; companiesHouseNumber?: string | null; address?: string; website?: string | null; description?: string }

/** Registered by the administrator whose email is given, who is entered first. */
export async function aSupplier({ name = `Supplier ${randomUUID().slice(0, 8)}`, email = anEmail(), admin = `Administrator of ${name}`, ...rest }: NewSupplier = {}): Promise<Member> {
  const person = await aPerson({ name: admin, email })
  const details = { companiesHouseNumber: null, address: '1 Nowhere Street, Fenborough, XX1 1XX', website: null, description: '', ...rest }
  const { supplierId } = await registerSupplier(person, { formKey: randomUUID(), name, contactEmail: email, ...details })
  return { ...person, bodyId: supplierId, bodyKind: 'supplier', bodyName: name, role: 'supplier_admin' }
}

/**
 * A person acting for one organisation: the one given, else the one they joined first.
 * @throws Error when they act for no such organisation now
 */
export async function asMember(email: string, bodyId?: string): Promise<Member> {
  const membership = await reading(systemActor, (tx) => tx.membership.findFirst({
    where: { person: { email }, endedAt: null, ...(bodyId === undefined ? {} : { bodyId }) },
    include: { person: true, body: true },
    orderBy: { createdAt: 'asc' },
  }))
  if (!membership) throw new Error(`${email} acts for no such organisation`)
  const { person, body, role } = membership
  return { personId: person.id, name: person.name, email, sessionId: randomUUID(), bodyId: body.id, bodyKind: body.kind, bodyName: body.name, role }
}
