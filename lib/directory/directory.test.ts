import { describe, expect, test } from 'vitest'
import { describeOrganisation, geographyAsAt, importedSource, isImported, isOpenOn, type Organisation } from './directory'

const trust: Organisation = {
  odsCode: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', nameNote: null, kind: 'trust', town: 'Leeds', postcode: 'LS9 7TF', regionCode: 'Y63',
  region: 'North East and Yorkshire', parentCode: 'QWO', openedOn: '1998-04-01', closedOn: null, foundationTrust: false, source: 'ODS',
}
const closed = { ...trust, closedOn: '2022-06-30' }

describe('an organisation is open', () => {
  test.each([
    ['the day before it opens', '1998-03-31', closed, false],
    ['the day it opens', '1998-04-01', closed, true],
    ['its last day', '2022-06-30', closed, true],
    ['the day after its last', '2022-07-01', closed, false],
    ['any later day when it has no last day', '2099-01-01', trust, true],
    ['a day when its opening is not known', '2020-01-01', { openedOn: null, closedOn: null }, false],
  ])('on %s', (_, day, organisation, open) => {
    expect(isOpenOn(day, organisation)).toBe(open)
  })
})

describe('an organisation in words', () => {
  test.each([
    [trust, 'NHS trust, open since 1 April 1998'],
    [{ ...trust, foundationTrust: true }, 'NHS foundation trust, open since 1 April 1998'],
    [{ ...trust, region: 'Wales' }, 'NHS trust in Wales, open since 1 April 1998'],
    [{ ...closed, kind: 'ccg' as const, foundationTrust: null }, 'Clinical commissioning group, closed: its last day was 30 June 2022'],
    [{ ...trust, closedOn: '2026-12-31' }, 'NHS trust, open since 1 April 1998 and closes after 31 December 2026'],
    [{ ...trust, kind: 'icb' as const, foundationTrust: null, openedOn: '2027-04-01' }, 'Integrated care board, opens on 1 April 2027'],
    [{ ...trust, openedOn: null }, 'NHS trust'],
  ])('%#', (organisation, words) => {
    expect(describeOrganisation(organisation, '2026-07-08')).toBe(words)
  })
})

describe('the geography of an organisation', () => {
  test('is labelled with the month of the content it came from', () => {
    expect(geographyAsAt(trust)).toBe('July 2026')
    expect(geographyAsAt({ ...trust, kind: 'ccg' })).toBe('December 2025')
  })

  test('is labelled with the month of the import that came after', () => {
    const source = importedSource('etr on 1 May 2019.csv', '2026-11-22')
    expect(isImported({ source })).toBe(true)
    expect(geographyAsAt({ kind: 'ccg', source })).toBe('November 2026')
  })
})
