import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/identity/actor'
import { canChangeItem, canShortlist, visibleItems } from './policy'

const person = { personId: 'p1', name: 'x', email: 'x@example.test', sessionId: 's' }
const newcomer: Actor = { ...person, bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }
const member = (role: Exclude<Actor['role'], 'newcomer'>, bodyKind: 'supplier' | 'nhs' | 'assessor' | 'register'): Actor => ({ ...person, bodyId: 'b1', bodyKind, bodyName: 'Body', role })

const actors: [Actor, boolean][] = [
  [newcomer, false],
  [member('supplier_editor', 'supplier'), false],
  [member('supplier_admin', 'supplier'), false],
  [member('assessor', 'assessor'), false],
  [member('lead_assessor', 'assessor'), false],
  [member('buyer', 'nhs'), true],
  [member('standards_manager', 'register'), false],
  [member('registrar', 'register'), false],
]

describe.each(actors.map(([actor, isBuyer]) => ({ role: actor.role, actor, isBuyer })))('a $role', ({ actor, isBuyer }) => {
  test(`${isBuyer ? 'keeps' : 'keeps no'} shortlist`, () => expect(canShortlist(actor)).toBe(isBuyer))

  test.each([
    ['their own', { bodyId: 'b1', personId: 'p1' }, isBuyer],
    ['a colleague’s', { bodyId: 'b1', personId: 'p2' }, false],
    ['their own for another organisation', { bodyId: 'b2', personId: 'p1' }, false],
    ['a stranger’s', { bodyId: 'b2', personId: 'p2' }, false],
  ])('and %s item', (_whose, item, expected) => expect(canChangeItem(actor, item)).toBe(expected))

  test('sees only their own items, and no role but a buyer any', () => {
    expect(visibleItems(actor)).toEqual(isBuyer ? { bodyId: 'b1', personId: 'p1' } : { id: { in: [] } })
  })
})

test('a reader without an account sees no item', () => expect(visibleItems({ personId: null, bodyId: null, role: 'buyer' })).toEqual({ id: { in: [] } }))
