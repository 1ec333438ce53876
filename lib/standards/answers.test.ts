import { describe, expect, test } from 'vitest'
import { answerOptions, answerProblem, LONGEST_ANSWER } from './answers'
import type { ResponseShape } from './answers'

const plain = (type: 'yes-no' | 'provided' | 'confirm' | 'text' | 'date' | 'url' | 'percent', allowNotApplicable = false): ResponseShape => ({ type, allowNotApplicable })

describe('a typed answer', () => {
  test.each([
    [plain('yes-no'), 'yes', true],
    [plain('yes-no'), 'provided', false],
    [plain('yes-no'), 'not-applicable', false],
    [plain('yes-no', true), 'not-applicable', true],
    [plain('provided'), '', true],
    [plain('confirm'), 'confirmed', true],
    [plain('text'), 'x'.repeat(LONGEST_ANSWER), true],
    [plain('text'), 'x'.repeat(LONGEST_ANSWER + 1), false],
    [plain('date'), '2026-02-30', false],
    [plain('date', true), 'not-applicable', true],
    [plain('url'), 'https://example.org/statement', true],
    [plain('url'), 'javascript:alert(1)', false],
    [plain('url'), 'example.org', false],
    [plain('percent'), '99.95', true],
    [plain('percent'), '100.00', true],
    [plain('percent'), '100.01', false],
    [plain('percent'), '99.9', false],
    [{ type: 'choice', allowNotApplicable: false, options: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] }, 'c', false],
  ] satisfies [ResponseShape, string, boolean][])('%j takes %j: %s', (response, answer, accepted) => {
    expect(answerProblem(response, answer) === null).toBe(accepted)
  })

  test('is chosen from options, or typed', () => {
    expect(answerOptions(plain('provided', true))?.map(({ value }) => value)).toEqual(['provided', 'not-provided', 'not-applicable'])
    expect(answerOptions(plain('text'))).toBeNull()
  })
})
