import { describe, expect, test } from 'vitest'
import type { Actor, BodyKind, Role } from '@/lib/identity/actor'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import { canDescribeSupplier, canOffer, canOpenListing, canRegisterSupplier, ownProducts, ownReleases, visibleProducts, visibleReleases } from './policy'

const own = '10000000-0000-4000-8000-000000000001'
const other = '20000000-0000-4000-8000-000000000002'
const who = { personId: '30000000-0000-4000-8000-000000000003', name: 'A Person', email: 'a@person.example', sessionId: '40000000-0000-4000-8000-000000000004' }

const actorOf = (role: Role | 'newcomer', bodyKind: BodyKind): Actor => (
  role === 'newcomer' ? { ...who, bodyId: null, bodyKind: null, bodyName: null, role } : { ...who, bodyId: own, bodyKind, bodyName: 'A body', role }
)

// role, kind of body | registers · describes own, another's · offers for own, another's · opens a listing
const table: [Role | 'newcomer', BodyKind, boolean, boolean, boolean, boolean, boolean, boolean][] = [
  ['newcomer', 'supplier', true, false, false, false, false, false],
  ['supplier_editor', 'supplier', true, false, false, true, false, false],
  ['supplier_admin', 'supplier', true, true, false, true, false, false],
  ['assessor', 'assessor', true, false, false, false, false, false],
  ['lead_assessor', 'assessor', true, false, false, false, false, true],
  ['buyer', 'nhs', true, false, false, false, false, false],
  ['standards_manager', 'register', true, false, false, false, false, false],
  ['registrar', 'register', true, false, false, false, false, false],
]

test.each(table)('what a %s may do', (role, kind, registers, describesOwn, describesOther, offersOwn, offersOther, opensListing) => {
  const actor = actorOf(role, kind)
  expect(canRegisterSupplier(actor)).toBe(registers)
  expect(canDescribeSupplier(actor, { id: own })).toBe(describesOwn)
  expect(canDescribeSupplier(actor, { id: other })).toBe(describesOther)
  expect(canOffer(actor, { supplierId: own })).toBe(offersOwn)
  expect(canOffer(actor, { supplierId: other })).toBe(offersOther)
  expect(canOpenListing(actor)).toBe(opensListing)
})

test('no program and no reader without an account registers a supplier', () => {
  expect([systemActor, publicReader].map(canRegisterSupplier)).toEqual([false, false])
})

const listed = { listings: { some: {} } }
const nothing = { id: { in: [] } }

describe('which products and releases exist', () => {
  test.each([
    ['newcomer', 'supplier', listed, nothing],
    ['supplier_editor', 'supplier', { OR: [{ supplierId: own }, listed] }, { supplierId: own }],
    ['supplier_admin', 'supplier', { OR: [{ supplierId: own }, listed] }, { supplierId: own }],
    ['assessor', 'assessor', {}, nothing],
    ['lead_assessor', 'assessor', {}, nothing],
    ['buyer', 'nhs', listed, nothing],
    ['standards_manager', 'register', listed, nothing],
    ['registrar', 'register', listed, nothing],
  ] as const)('for a %s', (role, kind, visible, theirs) => {
    const actor = actorOf(role, kind)
    expect(visibleProducts(actor)).toEqual(visible)
    expect(visibleReleases(actor)).toEqual(visible)
    expect(ownProducts(actor)).toEqual(theirs)
    expect(ownReleases(actor)).toEqual(theirs)
  })

  test('for a reader without an account', () => expect(visibleProducts(publicReader)).toEqual(listed))
})
