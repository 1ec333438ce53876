import { describe, expect, test } from 'vitest'
import type { Actor, BodyKind, Role } from './actor'
import { canEndMembership, canGrant, canSeeMembers } from './policy'

const own = { id: 'own', kind: 'supplier' as BodyKind }
const other = { id: 'other', kind: 'supplier' as BodyKind }
const kindOf: Record<Role, BodyKind> = {
  supplier_editor: 'supplier', supplier_admin: 'supplier', assessor: 'assessor', lead_assessor: 'assessor', buyer: 'nhs', standards_manager: 'register', registrar: 'register',
}
const roles = Object.keys(kindOf) as Role[]

function acting(role: Role | 'newcomer'): Actor {
  const who = { personId: 'me', name: 'Me', email: 'me@example.test', sessionId: 's' }
  if (role === 'newcomer') return { ...who, role, bodyId: null, bodyKind: null, bodyName: null }
  return { ...who, role, bodyId: 'own', bodyKind: kindOf[role], bodyName: 'Own' }
}

describe('who may bring whom into an organisation', () => {
  const everybody: (Role | 'newcomer')[] = [...roles, 'newcomer']
  const table = everybody.map((role) => ({
    role,
    ownSupplier: role === 'supplier_admin',
    otherSupplier: false,
    anyAdmin: role === 'registrar' || role === 'supplier_admin',
    assessingBody: role === 'registrar',
  }))

  test.each(table)('$role brings an editor into their own supplier: $ownSupplier', ({ role, ownSupplier }) => {
    expect(canGrant(acting(role), own, 'supplier_editor')).toBe(ownSupplier)
  })
  test.each(table)('$role brings an editor into another supplier: $otherSupplier', ({ role, otherSupplier }) => {
    expect(canGrant(acting(role), other, 'supplier_editor')).toBe(otherSupplier)
  })
  test.each(table)('$role names an administrator of their own supplier: $anyAdmin', ({ role, anyAdmin }) => {
    expect(canGrant(acting(role), own, 'supplier_admin')).toBe(anyAdmin)
  })
  test.each(table)('$role names an assessor: $assessingBody', ({ role, assessingBody }) => {
    expect(canGrant(acting(role), { id: 'own', kind: 'assessor' }, 'assessor')).toBe(assessingBody)
  })
})

describe('who may end a membership', () => {
  const membership = { personId: 'you', bodyId: 'own', bodyKind: 'supplier' as BodyKind }

  test.each([...roles, 'newcomer' as const])('%s ends one in their own supplier, in another, and their own', (role) => {
    const actor = acting(role)
    expect(canEndMembership(actor, membership)).toBe(role === 'registrar' || role === 'supplier_admin')
    expect(canEndMembership(actor, { ...membership, bodyId: 'other' })).toBe(role === 'registrar')
    expect(canEndMembership(actor, { ...membership, personId: 'me' })).toBe(false)
  })
})

test.each([...roles, 'newcomer' as const])('%s sees the members of their own organisation, and of another', (role) => {
  expect(canSeeMembers(acting(role), own)).toBe(role !== 'newcomer')
  expect(canSeeMembers(acting(role), other)).toBe(role === 'registrar')
})
