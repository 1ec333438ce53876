import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { standardContent } from './content-schema'
import { contentHash, readContent } from './read-content'

const content = readContent()
const find = (id: string) => content.find((standard) => standard.id === id)!

describe('the content of the standards', () => {
  test('is 60 standards with different ids', () => {
    expect(content).toHaveLength(60)
    expect(new Set(content.map(({ id }) => id)).size).toBe(60)
  })

  test('holds every DTAC 2.0 question and none that is not in the form', () => {
    const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
    const codes = find('DTAC').versions.find(({ version }) => version === '2.0')!.criteria.map(({ code }) => code)
    expect(codes).toEqual([
      ...numbered('A', 12), ...numbered('B', 4),
      'C1.1.1', 'C1.1.2', 'C1.2', ...numbered('C1.2.', 5),
      'C2.1', 'C2.2', ...numbered('C2.2.', 6),
      ...numbered('C3.', 5), 'C3.5.1', 'C3.6',
      'C4.1', ...numbered('C4.1.', 3), 'C4.2', ...numbered('C4.2.', 6),
      ...numbered('D1.', 4), ...numbered('D1.4.', 3), 'D1.5',
    ])
    expect(codes).toHaveLength(58)
  })

  test('judges DTAC 2.0 on C1 to C4, scores D1 and asks A and B for context', () => {
    for (const { section, obligation, assessed } of find('DTAC').versions.find(({ version }) => version === '2.0')!.criteria) {
      expect({ section, obligation, assessed }).toEqual({ section, obligation: section.startsWith('C') ? 'must' : section === 'D1' ? 'should' : 'may', assessed: section.length === 2 })
    }
  })

  test.each([['DCB0129', 9], ['DSPT', 5], ['CE', 6], ['WCAG22', 12], ['FHIR-UKCORE', 9], ['SCCI0034', 7]])('models %s in %i criteria', (id, count) => {
    expect(find(id).versions[0]?.criteria).toHaveLength(count)
  })

  test('gives every standard in force a criterion that can fail it, unless it is only recommended', () => {
    const toothless = content.filter(({ versions }) => versions.every(({ criteria }) => criteria.every(({ obligation }) => obligation !== 'must'))).map(({ id }) => id)
    expect(toothless).toEqual(['FRAMEWORK2018', 'NHS-CHARTER', 'VISION2018'])
  })

  test('repeats no question between standards', () => {
    const questions = content.flatMap(({ id, versions }) => versions.slice(-1).flatMap(({ criteria }) => criteria.map(({ question }) => `${id === 'DTAC' ? 'DTAC ' : ''}${question}`)))
    expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([])
  })

  test('has a hash for each version, and the order of keys does not matter', () => {
    const hashes = content.flatMap(({ versions }) => versions.map((version) => version.contentHash))
    expect(new Set(hashes).size).toBe(hashes.length)
    const [{ contentHash: before, ...version }] = find('TLS').versions as [(typeof content)[0]['versions'][0]]
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    expect(contentHash('TLS', Object.fromEntries(Object.entries(version).reverse()) as typeof version)).toBe(before)
    expect(contentHash('TLS', { ...version, title: `${version.title}.` })).not.toBe(before)
  })
})

describe('content that is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standards-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const standard = () => standardContent.parse(JSON.parse(readFileSync('lib/standards/content/tls.json', 'utf8')))
  type Draft = ReturnType<typeof standard>
  const problem = (spoil: (draft: Draft) => void): string => {
    const draft = standard()
    spoil(draft)
    return standardContent.safeParse(draft).error?.issues[0]?.message ?? 'nothing'
  }

  test('is a copy that is right before it is spoiled', () => expect(problem(() => undefined)).toBe('nothing'))

  test.each<[string, (draft: Draft) => void, RegExp]>([
    ['a day that is not one', (d) => { d.versions[0]!.requiredFrom = '2026-02-30' }, /real day/],
    ['days out of order', (d) => { Object.assign(d.versions[0]!, { adoptFrom: '2026-02-02', requiredFrom: '2026-02-01' }) }, /out of order/],
    ['an end before its beginning', (d) => { Object.assign(d.versions[0]!, { requiredFrom: '2026-02-02', retiredOn: '2026-02-01' }) }, /ends before/],
    ['no required day and no reason', (d) => { d.versions[0]!.datesNote = null }, /no note/],
    ['an expression with an unknown fact', (d) => { d.versions[0]!.applicability[0]!.when = 'webOrMobil' }, /webOrMobil/],
    ['a buyer’s duty that applies to products', (d) => { d.versions[0]!.subject = 'buyer' }, /applicability/],
    ['history that binds', (d) => { d.versions[0]!.obligation = 'historical' }, /history/],
    ['a source that is not https', (d) => { d.source = 'http://example.org' }, /URL/i],
    ['a code twice', (d) => { d.versions[0]!.criteria[1]!.code = '1.1' }, /twice/],
    ['a route to nowhere', (d) => { d.versions[0]!.criteria[0]!.routing = [{ answer: 'provided', goTo: '9.9' }] }, /9\.9/],
    ['a route that goes back', (d) => { d.versions[0]!.criteria[1]!.routing = [{ answer: 'yes', goTo: '1.1' }] }, /does not come later/],
    ['a route from an answer that is not on offer', (d) => { d.versions[0]!.criteria[1]!.routing = [{ answer: 'perhaps', goTo: 'end' }] }, /perhaps/],
    ['a pass by an answer that is not on offer', (d) => { d.versions[0]!.criteria[1]!.passRule.passes = ['perhaps'] }, /perhaps/],
    ['a field nobody knows', (d) => { Object.assign(d, { compliant: true }) }, /compliant/],
  ])('is refused: %s', (_what, spoil, message) => expect(problem(spoil)).toMatch(message))

  test('names the file', () => {
    writeFileSync(join(folder, 'tls.json'), JSON.stringify({ ...standard(), name: '' }))
    expect(() => readContent(folder)).toThrow('tls.json')
    writeFileSync(join(folder, 'tls.json'), JSON.stringify({ ...standard(), id: 'OTHER' }))
    expect(() => readContent(folder)).toThrow('holds OTHER')
  })
})
