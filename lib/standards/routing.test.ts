import { describe, expect, test } from 'vitest'
import { answerOptions } from './answers'
import { readContent } from './read-content'
import { answerFails, criteriaInPath, needsEvidence } from './routing'

const dtac = readContent().find(({ id }) => id === 'DTAC')!.versions.find(({ version }) => version === '2.0')!.criteria
const context = dtac.filter(({ assessed }) => !assessed).map(({ code }) => code)

/** Codes after the 16 context questions, so that a table row shows only what routing decides. */
const asked = (answers: Record<string, string>) => criteriaInPath(dtac, answers).map(({ code }) => code).filter((code) => !context.includes(code))
const inSection = (section: string, answers: Record<string, string>) => asked(answers).filter((code) => code.startsWith(section))

const clinical = ['C1.2.2', 'C1.2.3', 'C1.2.4', 'C1.2.5']

describe('the path through DTAC 2.0', () => {
  test('always begins with every question of context', () => {
    expect(criteriaInPath(dtac, {}).slice(0, context.length).map(({ code }) => code)).toEqual(context)
    expect(context).toHaveLength(16)
  })

  test('with nothing answered holds back only what depends on an answer', () => {
    expect(asked({})).toEqual(['C1.1.1', 'C2.1', 'C2.2', 'C3.1', 'C3.2', 'C4.1', 'C4.2', 'D1.1', 'D1.2', 'D1.3', 'D1.4'])
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['C1: not a device, clinical', { 'C1.1.1': 'no', 'C1.2': 'yes' }, ['C1.1.1', 'C1.2', ...clinical]],
    ['C1: not a device, not clinical', { 'C1.1.1': 'no', 'C1.2': 'no' }, ['C1.1.1', 'C1.2', 'C1.2.1']],
    ['C1: a justification leads on to C2, answered or not', { 'C1.1.1': 'no', 'C1.2': 'no', 'C1.2.1': 'Rostering only' }, ['C1.1.1', 'C1.2', 'C1.2.1']],
    ['C1: not a device, direct care unanswered', { 'C1.1.1': 'no' }, ['C1.1.1', 'C1.2']],
    ['C1: a device that stands alone', { 'C1.1.1': 'yes', 'C1.1.2': 'yes' }, ['C1.1.1', 'C1.1.2']],
    ['C1: a device within a product, clinical', { 'C1.1.1': 'yes', 'C1.1.2': 'no', 'C1.2': 'yes' }, ['C1.1.1', 'C1.1.2', 'C1.2', ...clinical]],
    ['C1: a device, standing alone unanswered', { 'C1.1.1': 'yes' }, ['C1.1.1', 'C1.1.2']],
    ['C1: a kept answer off the path changes nothing', { 'C1.1.1': 'no', 'C1.1.2': 'yes', 'C1.2': 'no' }, ['C1.1.1', 'C1.2', 'C1.2.1']],
    ['C1: an answer that is not on offer is no answer', { 'C1.1.1': 'maybe' }, ['C1.1.1']],
    ['C2: no personal data', { 'C2.2': 'no' }, ['C2.1', 'C2.2']],
    ['C2: personal data, only in the UK', { 'C2.2': 'yes', 'C2.2.5': 'uk-only' }, ['C2.1', 'C2.2', 'C2.2.1', 'C2.2.2', 'C2.2.3', 'C2.2.4', 'C2.2.5']],
    ['C2: personal data, outside the UK', { 'C2.2': 'yes', 'C2.2.5': 'outside-uk' }, ['C2.1', 'C2.2', 'C2.2.1', 'C2.2.2', 'C2.2.3', 'C2.2.4', 'C2.2.5', 'C2.2.6']],
    ['C2: personal data, place unanswered', { 'C2.2': 'yes' }, ['C2.1', 'C2.2', 'C2.2.1', 'C2.2.2', 'C2.2.3', 'C2.2.4', 'C2.2.5']],
    ['C3: charter signed', { 'C3.2': 'yes' }, ['C3.1', 'C3.2']],
    ['C3: charter not signed', { 'C3.2': 'no' }, ['C3.1', 'C3.2', 'C3.3', 'C3.4', 'C3.5', 'C3.5.1', 'C3.6']],
    ['C4: no APIs, no patient data', { 'C4.1': 'no', 'C4.2': 'no' }, ['C4.1', 'C4.2']],
    ['C4: open APIs', { 'C4.1': 'yes', 'C4.1.2': 'confirmed', 'C4.2': 'no' }, ['C4.1', 'C4.1.1', 'C4.1.2', 'C4.2']],
    ['C4: closed APIs', { 'C4.1': 'yes', 'C4.1.2': 'cannot-confirm', 'C4.2': 'no' }, ['C4.1', 'C4.1.1', 'C4.1.2', 'C4.1.3', 'C4.2']],
    ['C4: APIs, openness unanswered', { 'C4.1': 'yes', 'C4.2': 'no' }, ['C4.1', 'C4.1.1', 'C4.1.2', 'C4.2']],
    ['C4: NHS number from PDS, NHS login', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'yes', 'C4.2.2': 'yes', 'C4.2.4': 'yes' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.2', 'C4.2.4']],
    ['C4: no NHS number', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'no', 'C4.2.4': 'yes' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.3', 'C4.2.4']],
    ['C4: NHS number without PDS', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'yes', 'C4.2.2': 'no', 'C4.2.4': 'yes' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.2', 'C4.2.3', 'C4.2.4']],
    ['C4: patient data, NHS number unanswered', { 'C4.1': 'no', 'C4.2': 'yes' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.4']],
    ['C4: no NHS login, DAPB3051 met', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'no', 'C4.2.4': 'no', 'C4.2.5': 'yes' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.3', 'C4.2.4', 'C4.2.5']],
    ['C4: no NHS login, DAPB3051 not met', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'no', 'C4.2.4': 'no', 'C4.2.5': 'no' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.3', 'C4.2.4', 'C4.2.5', 'C4.2.6']],
    ['C4: no NHS login, DAPB3051 not applicable', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'no', 'C4.2.4': 'no', 'C4.2.5': 'not-applicable' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.3', 'C4.2.4', 'C4.2.5', 'C4.2.6']],
    ['C4: not used by patients', { 'C4.1': 'no', 'C4.2': 'yes', 'C4.2.1': 'no', 'C4.2.4': 'not-applicable', 'C4.2.5': 'yes' }, ['C4.1', 'C4.2', 'C4.2.1', 'C4.2.3', 'C4.2.4', 'C4.2.5']],
    ['D: not a web or mobile application', { 'D1.4': 'no' }, ['D1.1', 'D1.2', 'D1.3', 'D1.4']],
    ['D: accessible', { 'D1.4': 'yes', 'D1.4.1': 'yes' }, ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.4.1', 'D1.4.3', 'D1.5']],
    ['D: accessible by a plan', { 'D1.4': 'yes', 'D1.4.1': 'planned' }, ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.4.1', 'D1.4.2', 'D1.4.3', 'D1.5']],
    ['D: not accessible', { 'D1.4': 'yes', 'D1.4.1': 'no' }, ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.4.1', 'D1.4.3', 'D1.5']],
    ['D: accessibility does not apply', { 'D1.4': 'yes', 'D1.4.1': 'not-applicable' }, ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.4.1', 'D1.4.3', 'D1.5']],
    ['D: accessibility unanswered', { 'D1.4': 'yes' }, ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.4.1', 'D1.4.3', 'D1.5']],
  ])('%s', (name, answers, expected) => expect(inSection(name.slice(0, name.indexOf(':')), answers)).toEqual(expected))

  test('each route of the content leads where it says', () => {
    for (const { code, routing } of dtac) {
      for (const { answer, goTo } of routing) {
        const path = criteriaInPath(dtac.slice(dtac.findIndex((c) => c.code === code)), { [code]: answer })
        const next = path[1]
        expect(goTo === 'end' ? next : (next?.code === goTo || next?.section === goTo), `${code} ${answer}`).toBe(goTo === 'end' ? undefined : true)
      }
    }
  })

  test('never leaves a routed-to criterion out of order, whatever is answered', () => {
    const routed = dtac.filter(({ routing }) => routing.length > 0)
    for (let seed = 0; seed < 500; seed++) {
      const answers = Object.fromEntries(routed.map(({ code, response }, index) => {
        const options = ['', ...(answerOptions(response)?.map(({ value }) => value) ?? [])]
        return [code, options[(seed * (index + 7)) % options.length]!]
      }))
      const positions = criteriaInPath(dtac, answers).map((criterion) => dtac.indexOf(criterion))
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
    }
  })
})

describe('a pass rule', () => {
  const criterion = (code: string) => dtac.find((c) => c.code === code)!

  test.each([
    ['C1.2.2', 'yes', false],
    ['C1.2.2', 'no', true],
    ['C1.2.2', '', false],
    ['C1.2.1', 'Because it is small', false],
    ['C2.1', 'no-access', false],
    ['C2.1', 'cannot-confirm', true],
    ['C2.2.4', 'not-applicable', false],
    ['C2.2.4', 'not-provided', true],
    ['C3.2', 'no', false],
    ['C4.2.5', 'no', true],
    ['C4.2.5', 'not-applicable', false],
    ['D1.4.1', 'no', false],
  ])('%s answered %j contradicts it: %s', (code, answer, fails) => expect(answerFails(criterion(code), answer)).toBe(fails))

  test.each([
    ['C1.1.1', 'yes', true],
    ['C1.1.1', 'no', false],
    ['C2.2.4', 'not-applicable', false],
    ['C3.1', 'not-provided', false],
    ['C3.1', 'provided', true],
    ['C3.1', '', false],
    ['C1.2.1', 'Because it is small', false],
  ])('%s answered %j needs evidence: %s', (code, answer, needed) => expect(needsEvidence(criterion(code), answer)).toBe(needed))
})
