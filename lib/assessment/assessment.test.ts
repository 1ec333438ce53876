import { describe, expect, test } from 'vitest'
import type { PublishedCriterion } from '@/lib/standards/queries'
import {
  answerGap, answerInWords, askedCriteria, neededCriteria, possibleOutcomes, progressOf, registerSentence, suggestedValidUntil, unjudgedCriteria, type FindingOutcome, type GivenAnswer, type ShownEvidence,
} from './assessment'
import { criterionContent } from './world-for-tests'

const day = '2026-05-15'

function criterion(code: string, changes: Partial<PublishedCriterion> = {}): PublishedCriterion {
  return { ...criterionContent(code), id: code, standardVersionId: 'v', ...changes }
}

function shown(changes: Partial<ShownEvidence> = {}): ShownEvidence {
  return { revisionId: 'r', name: 'Certificate', kind: 'file', sha256: 'f'.repeat(64), collectedOn: '2026-05-01', expiresOn: null, receivedOn: '2026-05-02', ...changes }
}

const given = (value: string | null, evidence: ShownEvidence[] = []): GivenAnswer => ({ value, explanation: '', evidence })

describe('what is needed of an answer', () => {
  const evidenced = criterion('1', { evidenceNeeded: true, evidenceNeededWhen: null, evidenceMaximumAgeMonths: 6 })
  test.each<[string, PublishedCriterion, GivenAnswer | undefined, boolean, string | null]>([
    ['nothing where it is optional and blank', criterion('1'), undefined, false, null],
    ['an answer where it is needed', criterion('1'), undefined, true, 'answer the question'],
    ['an answer where only evidence was added', criterion('1'), given(null, [shown()]), true, 'answer the question'],
    ['nothing more than an answer', criterion('1'), given('yes'), true, null],
    ['a value that fits', criterion('1'), given('perhaps'), true, 'put the answer right'],
    ['evidence', evidenced, given('yes'), true, 'add evidence'],
    ['no evidence for a no', evidenced, given('no'), true, null],
    ['no evidence for what does not apply', criterion('1', { evidenceNeeded: true, response: { type: 'yes-no', allowNotApplicable: true } }), given('not-applicable'), true, null],
    ['evidence only for the answers that call for it', criterion('1', { evidenceNeeded: true, evidenceNeededWhen: ['no'] }), given('yes'), true, null],
    ['nothing more than sound evidence', evidenced, given('yes', [shown()]), true, null],
    ['evidence that has not ended', evidenced, given('yes', [shown({ expiresOn: '2026-05-14' })]), true, 'replace “Certificate”, which ended on 14 May 2026'],
    ['nothing more on the last day of the evidence', evidenced, given('yes', [shown({ expiresOn: day })]), true, null],
    ['evidence that is young enough', evidenced, given('yes', [shown({ collectedOn: '2025-11-14' })]), true, 'add evidence collected in the last 6 months'],
    ['one young piece among old ones', evidenced, given('yes', [shown({ collectedOn: '2025-01-01' }), shown()]), true, null],
    ['sound evidence even of an optional answer', evidenced, given('yes'), false, 'add evidence'],
  ])('%s', (_, asked, answer, isNeeded, gap) => expect(answerGap(asked, answer, isNeeded, day)).toBe(gap))
})

describe('which criteria are needed', () => {
  const must = criterion('1')
  const should = criterion('2', { obligation: 'should' })
  const context = criterion('3', { obligation: 'may', assessed: false })
  const router = criterion('4', { obligation: 'may', assessed: false, routing: [{ answer: 'no', goTo: 'end' }] })
  const always = criterion('5', { obligation: 'may', assessed: false, routing: [{ answer: '*', goTo: 'end' }] })
  test.each([
    ['every must', [must, should, context], ['1']],
    ['a question that routes', [should, router], ['4']],
    ['not one that routes whatever is answered', [must, always], ['1']],
    ['every assessed one where nothing is a must', [should, context], ['2']],
  ])('%s', (_, asked, codes) => expect(neededCriteria(asked).map(({ code }) => code)).toEqual(codes))

  test('only what the answers lead to is asked and counted', () => {
    const criteria = [router, must, should]
    expect(askedCriteria(criteria, new Map([['4', given('no')]])).map(({ code }) => code)).toEqual(['4'])
    expect(progressOf(criteria, new Map([['4', given('no')]]), day)).toMatchObject({ toAnswer: 1, answered: 1, hasStarted: true, gaps: [] })
    expect(progressOf(criteria, new Map([['4', given('yes')]]), day)).toMatchObject({ toAnswer: 2, answered: 1, gaps: [{ criterion: { code: '1' }, gap: 'answer the question' }] })
    expect(progressOf(criteria, new Map(), day)).toMatchObject({ answered: 0, hasStarted: false })
  })
})

describe('what the findings allow', () => {
  const criteria = [criterion('must'), criterion('should', { obligation: 'should' })]
  const finding = (criterionId: string, outcome: FindingOutcome) => ({ criterionId, outcome })
  test.each<[string, { criterionId: string; outcome: FindingOutcome }[], string[]]>([
    ['nothing found', [], ['not_met']],
    ['all met', [finding('must', 'met'), finding('should', 'met')], ['met', 'not_met']],
    ['a should not met', [finding('must', 'met'), finding('should', 'not_met')], ['met', 'not_met']],
    ['a must not met', [finding('must', 'not_met'), finding('should', 'met')], ['not_met']],
    ['a must partly met', [finding('must', 'partly_met'), finding('should', 'met')], ['not_met']],
    ['nothing that applies', [finding('must', 'not_applicable'), finding('should', 'not_applicable')], ['not_met', 'not_applicable']],
    ['nothing met', [finding('must', 'not_applicable'), finding('should', 'not_met')], ['not_met']],
  ])('%s', (_, findings, outcomes) => expect(possibleOutcomes(criteria, findings)).toEqual(outcomes))

  test('only an assessed criterion waits for a finding', () => {
    const context = criterion('context', { assessed: false })
    expect(unjudgedCriteria([...criteria, context], [finding('must', 'met')]).map(({ id }) => id)).toEqual(['should'])
  })
})

describe('the last valid day that is suggested', () => {
  test.each<[string, Pick<ShownEvidence, 'receivedOn' | 'expiresOn'>[], number | null, string]>([
    ['without evidence follows the life of the standard', [], 24, '2028-05-14'],
    ['without a life is a year', [], null, '2027-05-14'],
    ['follows the life of the evidence', [{ receivedOn: '2026-04-01', expiresOn: null }], 12, '2027-03-31'],
    ['is the end of the evidence where that is sooner', [{ receivedOn: '2026-04-01', expiresOn: '2026-12-31' }], 12, '2026-12-31'],
    ['is the first of all ends', [{ receivedOn: '2026-04-01', expiresOn: null }, { receivedOn: '2025-10-01', expiresOn: null }], 12, '2026-09-30'],
    ['may be past', [{ receivedOn: '2024-04-01', expiresOn: null }], 12, '2025-03-31'],
  ])('%s', (_, evidence, life, expected) => expect(suggestedValidUntil(day, evidence, life)).toBe(expected))
})

describe('in words', () => {
  const about = { product: 'Larkrise Meds', release: '6.2', standard: 'DCB0129', version: '4.2', validUntil: '2027-03-31' }
  test.each([
    ['met', 'Larkrise Meds 6.2 meets DCB0129 4.2 until 31 March 2027.'],
    ['not_met', 'Larkrise Meds 6.2 does not meet DCB0129 4.2.'],
    ['not_applicable', 'DCB0129 4.2 does not apply to Larkrise Meds 6.2.'],
  ] as const)('a decision of %s', (outcome, sentence) => expect(registerSentence({ ...about, outcome })).toBe(sentence))

  test('an answer is its label, or what was typed', () => {
    expect(answerInWords(criterion('1'), 'yes')).toBe('Yes')
    expect(answerInWords(criterion('1', { response: { type: 'text', allowNotApplicable: false } }), 'We do')).toBe('We do')
    expect(answerInWords(criterion('1'), null)).toBeNull()
  })
})
