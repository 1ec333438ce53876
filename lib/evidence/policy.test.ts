import { expect, test } from 'vitest'
import { publicReader } from '@/lib/audit/record-event'
import type { Actor, BodyKind, Role } from '@/lib/identity/actor'
import { canOfferEvidence, ownItems, visibleRevisions } from './policy'

const own = '10000000-0000-4000-8000-000000000001'
const other = '20000000-0000-4000-8000-000000000002'
const who = { personId: '30000000-0000-4000-8000-000000000003', name: 'A Person', email: 'a@person.example', sessionId: '40000000-0000-4000-8000-000000000004' }

const actorOf = (role: Role | 'newcomer', bodyKind: BodyKind): Actor => (
  role === 'newcomer' ? { ...who, bodyId: null, bodyKind: null, bodyName: null, role } : { ...who, bodyId: own, bodyKind, bodyName: 'A body', role }
)

const open = { item: { visibility: { in: ['public'] } } }
const nothing = { id: { in: [] } }

// role, kind of body | offers for own, another's | its library | what it may open
test.each([
  ['newcomer', 'supplier', false, false, nothing, open],
  ['supplier_editor', 'supplier', true, false, { supplierId: own }, { OR: [{ supplierId: own }, open] }],
  ['supplier_admin', 'supplier', true, false, { supplierId: own }, { OR: [{ supplierId: own }, open] }],
  ['assessor', 'assessor', false, false, nothing, {}],
  ['lead_assessor', 'assessor', false, false, nothing, {}],
  ['buyer', 'nhs', false, false, nothing, { item: { visibility: { in: ['public', 'buyers'] } } }],
  ['standards_manager', 'register', false, false, nothing, open],
  ['registrar', 'register', false, false, nothing, open],
] as const)('what a %s may do with evidence', (role, kind, offersOwn, offersOther, library, visible) => {
  const actor = actorOf(role, kind)
  expect(canOfferEvidence(actor, { supplierId: own })).toBe(offersOwn)
  expect(canOfferEvidence(actor, { supplierId: other })).toBe(offersOther)
  expect(ownItems(actor)).toEqual(library)
  expect(visibleRevisions(actor)).toEqual(visible)
})

test('a reader without an account may open what is public', () => expect(visibleRevisions(publicReader)).toEqual(open))
