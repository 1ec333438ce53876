import { describe, expect, test } from 'vitest'
import { cleanFileName, endingOf, freshnessOn, sizeInWords } from './evidence'

describe('a file name', () => {
  test.each([
    ['DCB0129 safety case.PDF', 'DCB0129 safety case.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\ann\\Report.docx', 'Report.docx'],
    ['/.pdf', 'pdf'],
    [' <>.pdf', 'pdf'],
    ['', 'evidence'],
    ['...', 'evidence'],
    ['report\u202Efdp.json', 'reportfdp.json'],
    ['a\u0000b\r\nSet-Cookie: x.csv', 'abSet-Cookie x.csv'],
    ['naïve “café” report.txt', 'naïve “café” report.txt'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
    ['page.html', 'page.html'],
  ])('%j is shown as %j', (typed, shown) => expect(cleanFileName(typed)).toBe(shown))

  test.each([['a.pdf', 'pdf'], ['a.JPEG', 'jpeg'], ['a.pdf.exe', null], ['a.html', null], ['a.svg', null], ['a.zip', null], ['pdf', null], ['a.constructor', null], ['a.toString', null]])('the ending of %j is %j', (name, ending) => {
    expect(endingOf(name)).toBe(ending)
  })
})

describe('the freshness of evidence', () => {
  const evidence = { collectedOn: '2026-04-01', expiresOn: '2027-03-31' }

  test.each([
    ['2026-04-01', 'current'],
    ['2027-02-28', 'current'],
    ['2027-03-01', 'ending'],
    ['2027-03-31', 'ending'],
    ['2027-04-01', 'expired'],
  ])('on %s is %s', (day, freshness) => expect(freshnessOn(day, evidence)).toBe(freshness))

  test('without a last day never ends', () => expect(freshnessOn('2199-01-01', { ...evidence, expiresOn: null })).toBe('current'))

  test.each([
    ['2026-09-30', 'ending'],
    ['2026-10-01', 'too_old'],
    ['2027-04-01', 'expired'],
  ])('where it may be six months old, on %s is %s', (day, freshness) => expect(freshnessOn(day, evidence, 6)).toBe(freshness))
})

test.each([[1, '1 byte'], [999, '999 bytes'], [12_345, '12 KB'], [52_428_800, '52.4 MB']])('%d bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
