import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '@/lib/platform/day'
import {
  compliantIntervals, lastValidDay, metIntervals, productStandingOn, standardStandingsOn, standingOn, WARNING_DAYS,
  type BearingVersion, type DayInterval, type StandingDecision, type StandingInput,
} from './standing'

function version(id: string, changes: Partial<BearingVersion> = {}): BearingVersion {
  const [standardId = '', name = '1'] = id.split(' ')
  return {
    id, standardId, standardName: standardId, version: name, obligation: 'mandatory', applies: true, because: ['it is'],
    adoptFrom: null, requiredFrom: null, graceUntil: null, retiredOn: null, ...changes,
  }
}

function decision(standardVersionId: string, decidedOn: Day, changes: Partial<StandingDecision> = {}): StandingDecision {
  return { standardVersionId, outcome: 'met', decidedOn, decidedAt: new Date(`${decidedOn}T12:00:00Z`), validUntil: '2027-03-31', ...changes }
}

describe('the standing of a decision', () => {
  const until = { outcome: 'met' as const, validUntil: '2027-03-31' }
  test.each([
    ['2026-04-01', null, 'undecided'],
    ['2026-04-01', { outcome: 'not_met' as const, validUntil: null }, 'not-met'],
    ['2026-04-01', { outcome: 'not_applicable' as const, validUntil: null }, 'not-applicable'],
    ['2026-04-01', until, 'met'],
    [addDays('2027-03-31', -WARNING_DAYS), until, 'met'],
    [addDays('2027-03-31', 1 - WARNING_DAYS), until, 'ending'],
    ['2027-03-31', until, 'ending'],
    ['2027-04-01', until, 'ended'],
  ])('on %s of %o is %s', (day, given, expected) => expect(standingOn(day, given)).toBe(expected))
})

describe('the last valid day', () => {
  test.each([
    ['2026-04-01', 12, '2027-03-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-01-28', 1, '2026-02-27'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 36, '2029-12-30'],
  ])('from %s for %i months is %s', (from, months, expected) => expect(lastValidDay(from, months)).toBe(expected))

  test.each([0, 61, 1.5, NaN])('refuses a life of %s months', (months) => expect(() => lastValidDay('2026-04-01', months)).toThrow(RangeError))
})

describe('the standing of a product', () => {
  const both = [version('A 1'), version('B 1')]

  test.each<[string, StandingInput, object]>([
    ['without any standard is never green', { versions: [], decisions: [] }, { meets: false, because: [] }],
    ['without decisions does not meet', { versions: both, decisions: [] }, { meets: false, because: [{ standardId: 'A', standing: 'undecided' }, { standardId: 'B', standing: 'undecided' }] }],
    ['meets until the first to lapse', { versions: both, decisions: [decision('A 1', '2026-04-01'), decision('B 1', '2026-04-01', { validUntil: '2026-12-31' })] }, { meets: true, until: '2026-12-31', nextToLapse: 'B' }],
    ['does not meet when one is not met', { versions: both, decisions: [decision('A 1', '2026-04-01'), decision('B 1', '2026-04-01', { outcome: 'not_met', validUntil: null })] }, { meets: false, because: [{ standardId: 'B', standing: 'not-met' }] }],
    ['leaves out what does not apply', { versions: [version('A 1'), version('B 1', { applies: false })], decisions: [decision('A 1', '2026-04-01')] }, { meets: true, until: '2027-03-31', nextToLapse: 'A' }],
    ['leaves out what was decided not to apply', { versions: both, decisions: [decision('A 1', '2026-04-01'), decision('B 1', '2026-04-01', { outcome: 'not_applicable', validUntil: null })] }, { meets: true, until: '2027-03-31', nextToLapse: 'A' }],
    ['is not green when all was decided not to apply', { versions: [version('A 1')], decisions: [decision('A 1', '2026-04-01', { outcome: 'not_applicable', validUntil: null })] }, { meets: false, because: [] }],
    ['does not wait for what is recommended', { versions: [version('A 1'), version('B 1', { obligation: 'recommended' })], decisions: [decision('A 1', '2026-04-01')] }, { meets: true, until: '2027-03-31', nextToLapse: 'A' }],
    ['waits for what is conditional', { versions: [version('A 1'), version('B 1', { obligation: 'conditional' })], decisions: [decision('A 1', '2026-04-01')] }, { meets: false, because: [{ standardId: 'B', standing: 'undecided' }] }],
    ['does not know a decision before its day', { versions: [version('A 1')], decisions: [decision('A 1', '2026-06-01')] }, { meets: false, because: [{ standardId: 'A', standing: 'undecided' }] }],
    ['says since when', { versions: [version('A 1')], decisions: [decision('A 1', '2026-01-01', { validUntil: '2026-04-30' })] }, { meets: false, because: [{ standardId: 'A', standing: 'ended' }], since: '2026-05-01' }],
    ['ends when a new version is required without grace', {
      versions: [version('A 1', { retiredOn: '2026-08-31' }), version('A 2', { adoptFrom: '2026-07-01', requiredFrom: '2026-09-01' })],
      decisions: [decision('A 1', '2026-01-01')],
    }, { meets: true, until: '2026-08-31', nextToLapse: 'A' }],
    ['lives through the grace of its version', {
      versions: [version('A 1', { retiredOn: '2026-08-31', graceUntil: '2026-10-31' }), version('A 2', { adoptFrom: '2026-07-01', requiredFrom: '2026-09-01' })],
      decisions: [decision('A 1', '2026-01-01')],
    }, { meets: true, until: '2026-10-31', nextToLapse: 'A' }],
    ['may meet the next version before it is required', {
      versions: [version('A 1', { retiredOn: '2026-08-31' }), version('A 2', { adoptFrom: '2026-04-01', requiredFrom: '2026-09-01' })],
      decisions: [decision('A 2', '2026-04-15')],
    }, { meets: true, until: '2027-03-31', nextToLapse: 'A' }],
    ['follows the latest decision', { versions: [version('A 1')], decisions: [decision('A 1', '2026-05-10', { outcome: 'not_met', validUntil: null }), decision('A 1', '2026-01-10')] }, { meets: false, because: [{ standardId: 'A', standing: 'not-met' }], since: '2026-05-10' }],
  ])('%s', (_, input, expected) => expect(productStandingOn('2026-05-15', input)).toEqual(expected))

  test('calls what was decided on a version no longer accepted ended, not undecided', () => {
    const input = { versions: [version('A 1', { retiredOn: '2026-08-31' }), version('A 2', { requiredFrom: '2026-09-01' })], decisions: [decision('A 1', '2026-01-01')] }
    expect(standardStandingsOn('2026-09-01', input)[0]).toMatchObject({ version: '2', standing: 'ended', until: null, counts: true })
    expect(standardStandingsOn('2026-08-01', input)[0]).toMatchObject({ version: '1', standing: 'ending', until: '2026-08-31' })
  })
})

/** A small generator with a seed, so that a failure can be had again. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

function anyInput(seed: number): StandingInput {
  const next = random(seed)
  const day = () => addDays('2026-01-01', next(100))
  const maybe = <T>(value: T): T | null => (next(2) === 0 ? value : null)
  const versions = ['A 1', 'A 2', 'B 1', 'C 1'].map((id) => version(id, {
    obligation: (['mandatory', 'mandatory', 'conditional', 'recommended', 'historical'] as const)[next(5)] ?? 'mandatory',
    applies: next(4) > 0, adoptFrom: maybe(day()), requiredFrom: maybe(day()), graceUntil: maybe(day()), retiredOn: maybe(day()),
  }))
  const decisions = Array.from({ length: 3 + next(9) }, (_, index) => {
    const decidedOn = day()
    const outcome = (['met', 'met', 'met', 'met', 'met', 'not_met', 'not_applicable'] as const)[next(7)] ?? 'met'
    return { ...decision(versions[next(4)]?.id ?? '', decidedOn, { outcome, validUntil: outcome === 'met' ? addDays(decidedOn, next(90)) : null }), decidedAt: new Date(Date.parse(`${decidedOn}T08:00:00Z`) + index * 1000) }
  })
  return { versions, decisions }
}

function dayByDay(from: Day, to: Day, holds: (day: Day) => boolean): DayInterval[] {
  const intervals: DayInterval[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const last = intervals.at(-1)
    if (!holds(day)) continue
    if (last && addDays(last.to, 1) === day) last.to = day
    else intervals.push({ from: day, to: day })
  }
  return intervals
}

describe('intervals say the same as asking on every single day', () => {
  const [from, to] = ['2025-12-28', '2026-05-20']
  const seeds = Array.from({ length: 25 }, (_, index) => index * 7919 + 13)

  test('for the product, with the last day it says', { timeout: 30_000 }, () => {
    let green = 0
    for (const seed of seeds) {
      const input = anyInput(seed)
      const expected = dayByDay(from, to, (day) => productStandingOn(day, input).meets)
      expect(compliantIntervals(input, from, to), `seed ${seed}`).toEqual(expected)
      for (const interval of expected) {
        const standing = productStandingOn(interval.from, input)
        const until = standing.meets ? standing.until : ''
        expect(until > to ? to : until, `seed ${seed}`).toBe(interval.to)
      }
      green += expected.length
    }
    expect(green).toBeGreaterThan(10)
  })

  test('for each standard', { timeout: 30_000 }, () => {
    for (const seed of seeds) {
      const input = anyInput(seed)
      for (const standardId of ['A', 'B', 'C']) {
        const expected = dayByDay(from, to, (day) => standardStandingsOn(day, input).some((one) => one.standardId === standardId && ['met', 'ending'].includes(one.standing)))
        expect(metIntervals(input, standardId, from, to), `seed ${seed}, ${standardId}`).toEqual(expected)
      }
    }
  })

  test('an empty span has no days', () => expect(compliantIntervals(anyInput(1), '2026-02-01', '2026-01-01')).toEqual([]))
})
