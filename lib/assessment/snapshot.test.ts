import { describe, expect, test } from 'vitest'
import { canonicalJson, changesBetween, contentHashOf, isSameAnswer, judgementSeen, submissionSnapshot, type Snapshot, type SnapshotCriterion } from './snapshot'
import { facts } from './world-for-tests'

const id = (letter: string) => `00000000-0000-4000-8000-${letter.repeat(12)}`

function shown(letter: string) {
  return { revisionId: id(letter), name: letter, kind: 'link' as const, sha256: letter.repeat(64), collectedOn: '2026-01-01', expiresOn: null, receivedOn: '2026-01-02' }
}

function criterion(letter: string, changes: Partial<SnapshotCriterion> = {}): SnapshotCriterion {
  return { criterionId: id(letter), code: letter, value: 'yes', explanation: '', evidence: [shown('a'), shown('b')], ...changes }
}

function snapshot(criteria: SnapshotCriterion[], changes: Partial<Snapshot> = {}): Snapshot {
  return {
    product: { id: id('1'), name: 'Meds' }, release: { id: id('2'), label: '1.0' }, facts, capabilities: ['C14', 'C2'],
    standards: [{ standardVersionId: id('3'), standardId: 'ALPHA', version: '1', contentHash: 'e'.repeat(64), because: ['it is'], criteria }], ...changes,
  }
}

describe('the hash of a submission', () => {
  const base = snapshot([criterion('c')])

  test('does not depend on the order in which it was put together or read back', () => {
    const turned = JSON.parse(JSON.stringify({ standards: base.standards, facts: base.facts, release: base.release, product: { name: 'Meds', id: id('1') }, capabilities: ['C2', 'C14'] })) as Snapshot
    const evidence = snapshot([criterion('c', { evidence: [shown('b'), shown('a')] })])
    expect(contentHashOf(turned)).toBe(contentHashOf(base))
    expect(contentHashOf(evidence)).toBe(contentHashOf(base))
    expect(submissionSnapshot.parse(JSON.parse(canonicalJson(base)))).toEqual(JSON.parse(canonicalJson(base)))
  })

  test.each<[string, Snapshot]>([
    ['an answer', snapshot([criterion('c', { value: 'no' })])],
    ['an explanation', snapshot([criterion('c', { explanation: 'more' })])],
    ['the evidence', snapshot([criterion('c', { evidence: [shown('a')] })])],
    ['a file', snapshot([criterion('c', { evidence: [{ ...shown('a'), sha256: 'd'.repeat(64) }, shown('b')] })])],
    ['a fact', snapshot([criterion('c')], { facts: { ...facts, medicalDevice: true } })],
    ['a capability', snapshot([criterion('c')], { capabilities: ['C14'] })],
    ['the version of a rule', snapshot([criterion('c')], { standards: base.standards.map((one) => ({ ...one, contentHash: 'f'.repeat(64) })) })],
    ['the name of the release', snapshot([criterion('c')], { release: { id: id('2'), label: '1.1' } })],
  ])('changes with %s', (_, changed) => expect(contentHashOf(changed)).not.toBe(contentHashOf(base)))
})

test('what changed between two rounds is marked criterion by criterion', () => {
  const before = snapshot([criterion('c'), criterion('d')])
  const after = snapshot([criterion('c', { evidence: [shown('b'), shown('a')] }), criterion('d', { explanation: 'more' }), criterion('e')])
  expect([...changesBetween(before, after).values()]).toEqual(['same', 'changed', 'new'])
  expect([...changesBetween(null, after).values()]).toEqual(['first', 'first', 'first'])
})

test('an answer that was never given is the same as an empty one', () => {
  expect(isSameAnswer({ value: null, explanation: '', evidence: [] }, { value: '', explanation: '', evidence: [] })).toBe(true)
})

test('what a person saw of a judgement changes with each finding and with the recommendation, not with their order', () => {
  const findings = [{ criterionId: 'a', version: 1 }, { criterionId: 'b', version: 2 }]
  expect(judgementSeen(1, [...findings].reverse())).toBe(judgementSeen(1, findings))
  expect(judgementSeen(2, findings)).not.toBe(judgementSeen(1, findings))
  expect(judgementSeen(1, [{ criterionId: 'a', version: 2 }, { criterionId: 'b', version: 2 }])).not.toBe(judgementSeen(1, findings))
})
