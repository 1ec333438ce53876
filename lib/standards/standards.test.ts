import { describe, expect, test } from 'vitest'
import { isAcceptable, isInForce } from './standards'
import type { StandardVersionDates } from './standards'

const old: StandardVersionDates = { adoptFrom: '2021-02-22', requiredFrom: null, graceUntil: null, retiredOn: '2026-04-05' }
const next: StandardVersionDates = { adoptFrom: '2026-02-24', requiredFrom: '2026-04-06', graceUntil: null, retiredOn: null }
const graced: StandardVersionDates = { adoptFrom: null, requiredFrom: '2024-01-01', graceUntil: '2025-03-31', retiredOn: '2024-12-31' }
const undated: StandardVersionDates = { adoptFrom: null, requiredFrom: null, graceUntil: null, retiredOn: null }

describe('the life of a version', () => {
  test.each<[string, StandardVersionDates, string, boolean, boolean]>([
    ['before it is published', old, '2021-02-21', false, false],
    ['on its adoption day, where the required day is not recorded', old, '2021-02-22', true, true],
    ['on its last day', old, '2026-04-05', true, true],
    ['on the day after its last', old, '2026-04-06', false, false],
    ['before it may be adopted', next, '2026-02-23', false, false],
    ['between adoption and requirement', next, '2026-02-24', false, true],
    ['on the last day before it is required', next, '2026-04-05', false, true],
    ['on the day it is required', next, '2026-04-06', true, true],
    ['long after, with no end', next, '2100-01-01', true, true],
    ['before the required day, where no adoption day is recorded', graced, '2023-12-31', false, false],
    ['in the grace after it is retired', graced, '2025-01-01', false, true],
    ['on the last day of grace', graced, '2025-03-31', false, true],
    ['after its grace', graced, '2025-04-01', false, false],
    ['with no day recorded', undated, '1990-01-01', true, true],
  ])('%s', (_when, dates, day, inForce, acceptable) => {
    expect(isInForce(dates, day)).toBe(inForce)
    expect(isAcceptable(dates, day)).toBe(acceptable)
  })

  test('history is never in force, though it has no last day', () => {
    expect(isInForce({ ...undated, obligation: 'historical' }, '2018-10-17')).toBe(false)
    expect(isAcceptable({ ...undated, obligation: 'historical' }, '2018-10-17')).toBe(false)
  })
})
