import { describe, expect, test } from 'vitest'
import type { PublishedVersion } from '@/lib/standards/queries'
import { applicableStandards, bearingVersions } from './standards-in-play'
import { facts } from './world-for-tests'

function version(name: string, changes: Partial<PublishedVersion> = {}): PublishedVersion {
  const [standardId = '', number = '1'] = name.split(' ')
  return {
    id: name, standardId, standardName: standardId, version: number, title: name, obligation: 'mandatory', condition: 'All', subject: 'product', datesNote: null, evidenceLifeMonths: null, evidenceExpected: [], contentHash: '',
    publishedOn: null, adoptFrom: null, requiredFrom: null, graceUntil: null, retiredOn: null, applicability: [{ when: 'true', because: 'it is a product' }], ...changes,
  }
}

const day = '2026-05-15'
const inPlay = (...versions: PublishedVersion[]) => applicableStandards(versions, facts, ['C14'], day).map(({ version: { id } }) => id)

describe('the standards in play', () => {
  const next = version('A 2', { adoptFrom: '2026-04-01', requiredFrom: '2026-09-01' })
  test.each<[string, PublishedVersion[], string[]]>([
    ['take one whose first day is not recorded', [version('A 1')], ['A 1']],
    ['leave out one that is not open yet', [version('A 1', { requiredFrom: '2026-05-16' })], []],
    ['prefer the next version once it may be adopted', [version('A 1'), next], ['A 2']],
    ['keep the version in force until then', [version('A 1'), version('A 2', { adoptFrom: '2026-06-01', requiredFrom: '2026-09-01' })], ['A 1']],
    ['leave out one in its grace, which proves nothing for long', [version('A 1', { retiredOn: '2026-04-30', graceUntil: '2026-12-31' })], []],
    ['leave out an older version in its grace', [version('A 1', { requiredFrom: '2020-01-01', retiredOn: '2026-04-30', graceUntil: '2026-12-31' }), version('A 2', { requiredFrom: '2026-05-01' })], ['A 2']],
    ['keep the one in force where the next does not apply', [version('A 1'), { ...next, applicability: [{ when: 'medicalDevice', because: 'it is a device' }] }], ['A 1']],
    ['leave out what the version in force does not apply to', [version('A 1', { requiredFrom: '2020-01-01' }), version('A 2', { requiredFrom: '2026-05-01', applicability: [{ when: 'medicalDevice', because: 'it is a device' }] })], []],
    ['are asked of suppliers too, and of nobody else', [version('A 1', { subject: 'supplier' }), version('B 1', { subject: 'buyer' }), version('C 1', { subject: 'nobody', obligation: 'historical' })], ['A 1']],
    ['stand in order of obligation and name', [version('C 1', { obligation: 'recommended' }), version('B 1', { obligation: 'conditional' }), version('D 1'), version('A 1')], ['A 1', 'D 1', 'B 1', 'C 1']],
  ])('%s', (_, versions, ids) => expect(inPlay(...versions)).toEqual(ids))

  test('give every reason that holds', () => {
    const clauses = [{ when: 'personalData', because: 'it processes personal data' }, { when: 'medicalDevice', because: 'it is a device' }, { when: '"C14" in capabilities', because: 'it prescribes' }]
    expect(applicableStandards([version('A 1', { applicability: clauses })], facts, ['C14'], day)[0]?.because).toEqual(['it processes personal data', 'it prescribes'])
  })

  test('bear on a release version by version, whether they apply or not', () => {
    const versions = [version('A 1'), version('B 1', { applicability: [{ when: 'medicalDevice', because: 'it is a device' }] }), version('C 1', { subject: 'buyer' })]
    expect(bearingVersions(versions, facts, []).map(({ id, applies }) => [id, applies])).toEqual([['A 1', true], ['B 1', false]])
  })
})
