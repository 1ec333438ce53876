import { expect, test } from 'vitest'
import type { Actor, BodyKind, Role } from '@/lib/identity/actor'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import { canDescribeSupplier, canOffer, canRegisterSupplier, ownProducts, ownReleases } from './policy'

const own = '10000000-0000-4000-8000-000000000001'
const other = '20000000-0000-4000-8000-000000000002'
const who = { personId: '30000000-0000-4000-8000-000000000003', name: 'A Person', email: 'a@person.example', sessionId: '40000000-0000-4000-8000-000000000004' }

const actorOf = (role: Role | 'newcomer', bodyKind: BodyKind): Actor => (
  role === 'newcomer' ? { ...who, bodyId: null, bodyKind: null, bodyName: null, role } : { ...who, bodyId: own, bodyKind, bodyName: 'A body', role }
)

// role, kind of body | registers · describes own, another's · offers for own, another's
const table: [Role | 'newcomer', BodyKind, boolean, boolean, boolean, boolean, boolean][] = [
  ['newcomer', 'supplier', true, false, false, false, false],
  ['supplier_editor', 'supplier', true, false, false, true, false],
  ['supplier_admin', 'supplier', true, true, false, true, false],
  ['assessor', 'assessor', true, false, false, false, false],
  ['lead_assessor', 'assessor', true, false, false, false, false],
  ['buyer', 'nhs', true, false, false, false, false],
  ['standards_manager', 'register', true, false, false, false, false],
  ['registrar', 'register', true, false, false, false, false],
]

test.each(table)('what a %s may do', (role, kind, registers, describesOwn, describesOther, offersOwn, offersOther) => {
  const actor = actorOf(role, kind)
  expect(canRegisterSupplier(actor)).toBe(registers)
  expect(canDescribeSupplier(actor, { id: own })).toBe(describesOwn)
  expect(canDescribeSupplier(actor, { id: other })).toBe(describesOther)
  expect(canOffer(actor, { supplierId: own })).toBe(offersOwn)
  expect(canOffer(actor, { supplierId: other })).toBe(offersOther)
})

test('no program and no reader without an account registers a supplier', () => {
  expect([systemActor, publicReader].map(canRegisterSupplier)).toEqual([false, false])
})

const nothing = { id: { in: [] } }

test.each([
  ['newcomer', 'supplier', nothing],
  ['supplier_editor', 'supplier', { supplierId: own }],
  ['supplier_admin', 'supplier', { supplierId: own }],
  ['assessor', 'assessor', nothing],
  ['lead_assessor', 'assessor', nothing],
  ['buyer', 'nhs', nothing],
  ['standards_manager', 'register', nothing],
  ['registrar', 'register', nothing],
] as const)('which products and releases a %s works on', (role, kind, theirs) => {
  expect(ownProducts(actorOf(role, kind))).toEqual(theirs)
  expect(ownReleases(actorOf(role, kind))).toEqual(theirs)
})
