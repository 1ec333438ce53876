import { describe, expect, test } from 'vitest'
import { printAddress, readAddress, type AddressParams, type SearchVocabulary } from './search'
import { choicesOf, removableChoices, totalInWords } from './search-words'

const vocabulary: SearchVocabulary = {
  capability: new Map([['C14', 'Prescribing'], ['C5', 'Appointments Management - GP']]),
  standard: new Map([['DTAC', 'Digital Technology Assessment Criteria']]),
  supplier: new Map([['larkrise-health', 'Larkrise Health']]),
}
const read = (params: AddressParams) => readAddress(params, vocabulary).criteria

describe('what was found, in words', () => {
  test.each<[number, AddressParams, string]>([
    [1_234, {}, '1,234 products on the register'],
    [37, { compliant: 'yes', capability: 'C14' }, '37 products meet the standards and offer Prescribing'],
    [1, { compliant: 'yes', q: 'meds' }, '1 product meets the standards and matches “meds”'],
    [0, { capability: ['C14', 'C5'], hosting: ['hybrid', 'public-cloud'] }, '0 products offer Prescribing and Appointments Management - GP and are hosted partly on the buyer’s premises and partly in the cloud or in the public cloud'],
    [2, { status: 'ending', on: '2027-04-01' }, '2 products meet the standards but end within 90 days, as it stands on 1 April 2027'],
  ])('%i of %j', (total, params, words) => expect(totalInWords(total, read(params), vocabulary)).toBe(words))
})

test('each choice is taken off by its own link', () => {
  const criteria = read({ q: 'meds', capability: ['C14', 'C5'], compliant: 'yes', on: '2027-04-01', page: '3' })
  expect(removableChoices(criteria, vocabulary).map(({ label, without }) => [label, printAddress(without)])).toEqual([
    ['“meds”', '/products?capability=C14&capability=C5&compliant=yes&on=2027-04-01'],
    ['Meets the standards', '/products?q=meds&capability=C14&capability=C5&on=2027-04-01'],
    ['Prescribing', '/products?q=meds&capability=C5&compliant=yes&on=2027-04-01'],
    ['Appointments Management - GP', '/products?q=meds&capability=C14&compliant=yes&on=2027-04-01'],
    ['On 1 April 2027', '/products?q=meds&capability=C14&capability=C5&compliant=yes'],
  ])
})

test('a choice that finds nothing stays while it is chosen', () => {
  const facets = [{ group: 'capability', value: 'C5', count: 4 }]
  expect(choicesOf('capability', { criteria: read({ capability: 'C14' }), facets, vocabulary })).toEqual([
    { value: 'C14', label: 'Prescribing', count: 0, isChosen: true },
    { value: 'C5', label: 'Appointments Management - GP', count: 4, isChosen: false },
  ])
})
