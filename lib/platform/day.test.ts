import { describe, expect, test } from 'vitest'
import { addDays, addMonths, dayInWords, dayOf, daysBetween, isDay, workingDaysBetween } from './day'

describe('a civil day', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['0202-01-01', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected))

  test('belongs to the United Kingdom, not to UTC', () => {
    expect(dayOf(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
    expect(dayOf(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31')
  })

  test('moves by days and months without leaving the calendar', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
  })

  test('is written in words', () => expect(dayInWords('2027-03-31')).toBe('31 March 2027'))

  test.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-16', '2026-11-30', 10],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-11-22', '2026-11-20', 0],
  ])('from %s to %s are %s working days', (from, to, expected) => expect(workingDaysBetween(from, to)).toBe(expected))
})
