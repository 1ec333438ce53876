import { describe, expect, test } from 'vitest'
import { companyNumber, linesOf, penceFromPounds, poundsFromPence, priceInWords, slugOf, statedFacts } from './registry'

describe('a company number', () => {
  test.each([
    ['01234567', '01234567'],
    ['1234567', '01234567'],
    [' 0123 4567 ', '01234567'],
    ['sc123456', 'SC123456'],
    ['OC301234', 'OC301234'],
    ['123456789', null],
    ['S1234567', null],
    ['00000000', null],
    ['SC12345', null],
    ['', null],
    ["01234567'; DROP TABLE supplier", null],
  ])('%j is kept as %j', (typed, kept) => expect(companyNumber(typed)).toBe(kept))
})

describe('a slug', () => {
  test.each([
    ['Larkrise Meds+', 'larkrise-meds'],
    ['  O’Neill’s Órdenes ', 'oneills-ordenes'],
    ['Compare', 'product-compare'],
    ['処方箋', 'product'],
    ['../../etc/passwd', 'etc-passwd'],
    ['x'.repeat(200), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
  ])('of %j is %j', (name, slug) => expect(slugOf(name, 'product')).toBe(slug))
})

describe('a price', () => {
  test.each([
    ['1.20', 120],
    ['£1,200', 120_000],
    ['0', 0],
    ['1.5', 150],
    ['19.99', 1999],
    ['10,000,000', 1_000_000_000],
    ['10,000,000.01', null],
    ['1.999', null],
    ['-1', null],
    ['1e3', null],
    ['12,00', null],
    ['', null],
  ])('typed as %j is %j pence', (typed, pence) => expect(penceFromPounds(typed)).toBe(pence))

  test('is written with what it is for', () => {
    expect(priceInWords(120, 'patient-year')).toBe('£1.20 per patient per year')
    expect(priceInWords(250_000, 'site-year')).toBe('£2,500 per site per year')
    expect(priceInWords(0, 'user-month')).toBe('Free of charge')
    expect(priceInWords(null, null)).toBeNull()
  })

  test('goes back into the form as it came', () => {
    expect(poundsFromPence(120)).toBe('1.20')
    expect(poundsFromPence(null)).toBe('')
  })
})

test('features are the lines that say something, without bullets', () => {
  expect(linesOf('- Repeat prescriptions\n\n  • Allergy alerts \n-dash kept')).toEqual(['Repeat prescriptions', 'Allergy alerts', '-dash kept'])
})

test('facts that lack a question count as not stated', () => {
  expect(statedFacts(null)).toBeNull()
  expect(statedFacts({ deployment: 'public-cloud' })).toBeNull()
})
