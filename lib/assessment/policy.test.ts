import { describe, expect, test } from 'vitest'
import type { Actor, Member } from '@/lib/identity/actor'
import {
  canAnswer, canDecide, canDecideListing, canDeclare, canJudge, canRecommend, canRequestChanges, canSubmit, canTake, canWithdraw,
  visibleAssessments, whyNotDecide, whyNotDecideListing, whyNotJudge, type Judged,
} from './policy'

const kinds = { supplier_editor: 'supplier', supplier_admin: 'supplier', assessor: 'assessor', lead_assessor: 'assessor', buyer: 'nhs', standards_manager: 'register', registrar: 'register' } as const

function member(role: Member['role'], bodyId = 'own'): Member {
  return { personId: 'me', name: 'Me', email: 'me@example.test', sessionId: 's', bodyId, bodyKind: kinds[role], bodyName: 'Body', role }
}

const newcomer: Actor = { personId: 'me', name: 'Me', email: 'me@example.test', sessionId: 's', bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }
const everybody: Record<Actor['role'], Actor> = {
  supplier_editor: member('supplier_editor'), supplier_admin: member('supplier_admin'), assessor: member('assessor'), lead_assessor: member('lead_assessor'),
  buyer: member('buyer'), standards_manager: member('standards_manager'), registrar: member('registrar'), newcomer,
}

const judged: Judged = { supplierId: 'own', status: 'submitted', submittedById: 'somebody', declaration: 'no-conflict', belongsToSupplier: false }
const deciding = { ...judged, isDecided: false, recommendedById: 'somebody else' }
const listing = { ...judged, recommendedByIds: ['somebody else'], undecidedStandards: 0, isListingDecided: false }

const actions = {
  answer: (actor: Actor, supplierId: string) => canAnswer(actor, { supplierId }),
  submit: (actor: Actor, supplierId: string) => canSubmit(actor, { supplierId }),
  withdraw: (actor: Actor, supplierId: string) => canWithdraw(actor, { supplierId, status: 'submitted', hasDecisions: false }),
  declare: (actor: Actor, supplierId: string) => canDeclare(actor, { ...judged, declaration: 'none', belongsToSupplier: supplierId === 'mine' }),
  judge: (actor: Actor, supplierId: string) => canJudge(actor, { ...judged, supplierId, belongsToSupplier: supplierId === 'mine' }),
  take: (actor: Actor, supplierId: string) => canTake(actor, { ...judged, supplierId, belongsToSupplier: supplierId === 'mine', assigneeId: null }),
  'request changes': (actor: Actor, supplierId: string) => canRequestChanges(actor, { ...judged, supplierId, belongsToSupplier: supplierId === 'mine', hasDecisions: false }),
  recommend: (actor: Actor, supplierId: string) => canRecommend(actor, { ...judged, supplierId, belongsToSupplier: supplierId === 'mine', isDecided: false }),
  decide: (actor: Actor, supplierId: string) => canDecide(actor, { ...deciding, supplierId, belongsToSupplier: supplierId === 'mine' }),
  'decide the listing': (actor: Actor, supplierId: string) => canDecideListing(actor, { ...listing, supplierId, belongsToSupplier: supplierId === 'mine' }),
}

const ofSupplier = { own: ['supplier_editor', 'supplier_admin'], other: [] as string[] }
const ofJudges = { own: ['assessor', 'lead_assessor'], other: ['assessor', 'lead_assessor'] }
const ofLeads = { own: ['lead_assessor'], other: ['lead_assessor'] }

/** Who may, with what belongs to the body they act for and with what does not. */
const allowed: Record<keyof typeof actions, { own: string[]; other: string[] }> = {
  answer: ofSupplier, submit: ofSupplier, withdraw: ofSupplier,
  declare: ofJudges, judge: ofJudges, take: ofJudges, 'request changes': ofJudges, recommend: ofJudges,
  decide: ofLeads, 'decide the listing': ofLeads,
}

describe.each(Object.keys(actions) as (keyof typeof actions)[])('to %s', (action) => {
  test.each(Object.keys(everybody) as Actor['role'][])('%s', (role) => {
    const actor = everybody[role]
    expect({ own: actions[action](actor, 'own'), other: actions[action](actor, 'other') })
      .toEqual({ own: allowed[action].own.includes(role), other: allowed[action].other.includes(role) })
  })
})

describe('nobody judges their own organisation, whatever role they act in', () => {
  test.each(['declare', 'judge', 'take', 'request changes', 'recommend', 'decide', 'decide the listing'] as const)('%s', (action) => {
    expect(actions[action](everybody.lead_assessor, 'mine')).toBe(false)
    expect(actions[action](everybody.assessor, 'mine')).toBe(false)
  })
})

describe('judging', () => {
  test.each<[string, Partial<Judged>, RegExp]>([
    ['before declaring', { declaration: 'none' }, /Declare/],
    ['with a conflict', { declaration: 'conflict' }, /declared a conflict/],
    ['what one sent', { submittedById: 'me' }, /You sent/],
    ['what is back with the supplier', { status: 'changes_requested' }, /not with the assessors/],
    ['what was withdrawn', { status: 'withdrawn' }, /not with the assessors/],
    ['what is decided', { status: 'decided' }, /not with the assessors/],
  ])('is refused %s', (_, change, words) => expect(whyNotJudge(everybody.lead_assessor, { ...judged, ...change })).toMatch(words))

  test('what somebody took is taken over by a lead assessor only', () => {
    const taken = { ...judged, assigneeId: 'somebody' }
    expect([canTake(everybody.assessor, taken), canTake(everybody.lead_assessor, taken), canTake(everybody.lead_assessor, { ...judged, assigneeId: 'me' })]).toEqual([false, true, false])
  })

  test('declared once', () => {
    expect(canDeclare(everybody.assessor, { declaration: 'no-conflict', belongsToSupplier: false })).toBe(false)
  })

  test('ends where deciding began', () => {
    expect(canRequestChanges(everybody.assessor, { ...judged, hasDecisions: true })).toBe(false)
    expect(canRecommend(everybody.assessor, { ...judged, isDecided: true })).toBe(false)
    expect(canWithdraw(everybody.supplier_admin, { supplierId: 'own', status: 'submitted', hasDecisions: true })).toBe(false)
    expect(canWithdraw(everybody.supplier_admin, { supplierId: 'own', status: 'decided', hasDecisions: false })).toBe(false)
  })
})

describe('deciding', () => {
  test.each<[string, object, RegExp]>([
    ['without a recommendation', { recommendedById: null }, /recommend on this standard first/],
    ['on one’s own recommendation', { recommendedById: 'me' }, /different person/],
    ['twice', { isDecided: true }, /already decided/],
    ['before declaring', { declaration: 'none' }, /Declare/],
  ])('a standard is refused %s', (_, change, words) => expect(whyNotDecide(everybody.lead_assessor, { ...deciding, ...change })).toMatch(words))

  test.each<[string, object, RegExp]>([
    ['while a standard is undecided', { undecidedStandards: 1 }, /every standard/],
    ['by whoever recommended', { recommendedByIds: ['me'] }, /different person/],
    ['twice', { isListingDecided: true }, /already decided/],
  ])('the listing is refused %s', (_, change, words) => expect(whyNotDecideListing(everybody.lead_assessor, { ...listing, ...change })).toMatch(words))
})

describe('who may know of an assessment', () => {
  const nothing = { id: { in: [] } }
  test.each<[Actor['role'], object]>([
    ['supplier_editor', { supplierId: 'own' }],
    ['supplier_admin', { supplierId: 'own' }],
    ['assessor', { conflicts: { none: { personId: 'me', hasConflict: true } } }],
    ['lead_assessor', { conflicts: { none: { personId: 'me', hasConflict: true } } }],
    ['buyer', nothing],
    ['standards_manager', nothing],
    ['registrar', nothing],
    ['newcomer', nothing],
  ])('%s', (role, where) => expect(visibleAssessments(everybody[role])).toEqual(where))
})
