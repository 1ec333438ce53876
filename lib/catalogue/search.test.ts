import { describe, expect, test } from 'vitest'
import { foldedText, printAddress, readAddress, searchWords, withChoice, withoutChoice, type AddressParams, type SearchVocabulary } from './search'

const vocabulary: SearchVocabulary = {
  capability: new Map([['C14', 'Prescribing'], ['C5', 'Appointments Management - GP']]),
  standard: new Map([['DTAC', 'Digital Technology Assessment Criteria']]),
  supplier: new Map([['larkrise-health', 'Larkrise Health']]),
}
const read = (params: AddressParams) => readAddress(params, vocabulary)
const paramsOf = (address: string): AddressParams => {
  const params = new URL(address, 'https://example.org').searchParams
  return Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]))
}

describe('the address of a search', () => {
  test('that asks nothing is the plain page, by name', () => {
    const { criteria, leftOut } = read({})
    expect(criteria).toMatchObject({ q: '', compliant: false, on: null, sort: 'name', page: 1 })
    expect([printAddress(criteria), leftOut]).toEqual(['/products', []])
  })

  test.each<[string, AddressParams]>([
    ['/products?q=e-prescribing', { q: '  e-prescribing ' }],
    ['/products?capability=C14&capability=C5&compliant=yes', { capability: ['C5', 'C14', 'C5', ''], compliant: 'yes' }],
    ['/products?standard=DTAC&hosting=public-cloud&interface=fhir-r4&supplier=larkrise-health&status=ending', { status: 'ending', supplier: 'Larkrise-Health', interface: 'fhir-r4', hosting: 'public-cloud', standard: 'dtac' }],
    ['/products?q=wards&on=2027-04-01&sort=until&page=3', { q: ['beds', 'wards'], on: '2027-04-01', sort: 'until', page: '3' }],
  ])('is %s', (address, params) => {
    const { criteria, leftOut } = read(params)
    expect(printAddress(criteria)).toBe(address)
    expect(leftOut).toEqual([])
    expect(read(paramsOf(address)).criteria).toEqual({ ...criteria, chosen: Object.fromEntries(Object.entries(criteria.chosen).map(([group, values]) => [group, [...values].sort()])) })
  })

  test('names what it does not understand and leaves it out', () => {
    const { criteria, leftOut } = read({ capability: 'C99', on: '2027-02-30', page: '0', sort: 'price', compliant: 'maybe', other: 'x' })
    expect(printAddress(criteria)).toBe('/products')
    expect(leftOut.map(({ name }) => name).sort()).toEqual(['capability', 'compliant', 'on', 'page', 'sort'])
  })

  test('does not take marks alone for words, which would find everything', () => {
    expect(read({ q: ' (((% ' })).toMatchObject({ criteria: { q: '', sort: 'name' }, leftOut: [{ name: 'q', value: '(((%' }] })
  })

  test('does not take words of the language for values', () => {
    expect(read({ hosting: ['constructor', '__proto__'], capability: 'toString' }).criteria.chosen).toMatchObject({ hosting: [], capability: [] })
  })

  test('with one choice more or less starts at its first page', () => {
    const { criteria } = read({ capability: 'C14', page: '4' })
    expect(printAddress(withChoice(criteria, 'capability', 'C5'))).toBe('/products?capability=C14&capability=C5')
    expect(printAddress(withoutChoice(criteria, 'capability', 'C14'))).toBe('/products')
  })

  test('holds a query of at most 200 characters, without control characters', () => {
    expect(read({ q: `a\u0000b\n${'c'.repeat(300)}` }).criteria.q).toBe(`a b ${'c'.repeat(196)}`)
  })
})

describe('the words of a query', () => {
  test.each([
    ['e-prescribing for wards', ['prescribing', 'for', 'wards']],
    ['C14 v2', ['c14', 'v2']],
    ['x', ['x']],
    ['Zürich & naïve', ['zurich', 'naive']],
    ["'); --", []],
    ['meds meds', ['meds']],
  ])('%j are %j', (q, words) => expect(searchWords(q)).toEqual(words))

  test('are folded to one form of each letter', () => expect(foldedText('Ｌárk\trise')).toBe('Lark rise'))
})
