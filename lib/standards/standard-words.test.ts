import { describe, expect, test } from 'vitest'
import { readContent } from './read-content'
import { answerInWords, evidenceNeedInWords, factsAsked, looksAtCapability, passingAnswersInWords, routesInWords, stateInWords } from './standard-words'

const content = readContent()
const criteriaOf = (standardId: string, name: string) => content.find(({ id }) => id === standardId)?.versions.find(({ version }) => version === name)?.criteria ?? []
const dtac = criteriaOf('DTAC', '2.0')

function criterion(code: string, criteria = dtac) {
  const found = criteria.find((one) => one.code === code)
  if (!found) throw new Error(`There is no criterion ${code}`)
  return found
}

const routes = (code: string) => routesInWords(dtac, dtac.indexOf(criterion(code))).map(({ when, words }) => `${when}, ${words}`)

describe('what an expression looks at', () => {
  test.each<[string, string[]]>([
    ['true', []],
    ['criticalToCare', ['Critical to care']],
    ['"primary-care" in careSettings', ['Care settings']],
    ['personalData && (recordsClinicalData || holdsNhsRecords)', ['Personal data', 'Holds NHS records', 'Records clinical data']],
    ['interfaces.exists(used, used in ["pds", "mesh"])', ['Interfaces']],
    ['"C14" in capabilities || "C42" in capabilities', ['Capabilities']],
  ])('%s', (when, labels) => expect(factsAsked(when)).toEqual(labels))

  test('is named for every condition of the content but "always"', () => {
    const clauses = content.flatMap(({ versions }) => versions.flatMap(({ applicability }) => applicability))
    expect(clauses.filter(({ when }) => (factsAsked(when).length === 0) !== (when === 'true'))).toEqual([])
  })
})

test('a capability is found in the conditions that name it, and no other', () => {
  const naming = (ref: string) => content.filter(({ versions }) => versions.some((version) => looksAtCapability(version, ref))).map(({ id }) => id)
  expect(naming('C14').length).toBe(1)
  expect([naming('C14'), naming('C1'), naming('C4')]).toEqual([naming('C42'), [], []])
})

test('a version says where it is in its life', () => {
  const dates = { adoptFrom: '2026-02-24', requiredFrom: '2026-04-06', graceUntil: '2027-03-31', retiredOn: '2026-12-31', obligation: 'mandatory' as const }
  const days = ['2026-02-23', '2026-02-24', '2026-04-06', '2026-12-31', '2027-01-01', '2027-04-01']
  expect(days.map((day) => stateInWords(dates, day))).toEqual(['Not yet begun', 'May be used, not required yet', 'In force', 'In force', 'No longer required, still taken until 31 March 2027', 'No longer taken'])
  const undated = { adoptFrom: null, requiredFrom: null, graceUntil: null, retiredOn: null }
  expect([stateInWords({ ...undated, obligation: 'mandatory' }, '2026-01-01'), stateInWords({ ...undated, obligation: 'historical' }, '2026-01-01')]).toEqual(['In force', 'History'])
})

describe('a criterion in words', () => {
  test('says what it takes for an answer', () => {
    expect(answerInWords(criterion('C1.1.1'))).toBe('“Yes” or “No”')
    expect(answerInWords(criterion('C4.2.4'))).toBe('“Yes”, “No” or “Not applicable”')
    expect(answerInWords(criterion('A1'))).toBe('A written answer of up to 10,000 characters')
    expect(answerInWords({ response: { type: 'date', allowNotApplicable: true } })).toBe('A date, or “Not applicable”')
  })

  test('says which evidence it needs and which answers can pass', () => {
    const certificate = criterion('1.1', criteriaOf('CE', 'PPN-014'))
    expect(evidenceNeedInWords(certificate)).toBe('Evidence must be added. It must have been collected within the last 12 months.')
    expect(evidenceNeedInWords(criterion('C1.1.1'))).toBe('Evidence must be added to the answer “Yes”.')
    expect(evidenceNeedInWords(criterion('A1'))).toBeNull()
    expect(passingAnswersInWords(criterion('C4.2.5'))).toBe('Only “Yes” or “Not applicable” can pass.')
    expect(passingAnswersInWords(criterion('C1.1.1'))).toBeNull()
  })

  test('says where each answer leads', () => {
    expect(routes('C1.1.2')).toEqual(['If the answer is “Yes”, go to part C2, Data protection', 'If the answer is “No”, go to C1.2'])
    expect(routes('C1.2.1')).toEqual(['Whatever the answer, go to part C2, Data protection'])
    expect(routes('C2.2.5')).toEqual(['If the answer is “Only in the United Kingdom”, go to part C3, Technical security'])
    expect(routes('D1.4')).toEqual(['If the answer is “No”, there are no more questions'])
    expect(routes('A1')).toEqual([])
  })

  test('never shows a stored answer instead of its label', () => {
    const bare = content.flatMap(({ id, versions }) => versions.flatMap(({ criteria }) => criteria.flatMap((one, at) => (
      [answerInWords(one), evidenceNeedInWords(one), passingAnswersInWords(one), ...routesInWords(criteria, at).map(({ when }) => when)]
        .filter((words) => words !== null && /not-provided|cannot-confirm|not-applicable|uk-only|“[a-z]/.test(words)).map((words) => `${id} ${one.code} ${words}`)
    ))))
    expect(bare).toEqual([])
  })
})
