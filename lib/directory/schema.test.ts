import { expect, test } from 'vitest'
import { organisationSearch } from './schema'

test('an empty address asks for all organisations by name', () => {
  expect(organisationSearch.parse({})).toEqual({ q: '', sort: 'name', page: 1 })
})

test('what is not understood is dropped and the rest is kept', () => {
  expect(organisationSearch.parse({ q: ' leeds\u0000 ', kind: 'hospital', open: 'maybe', sort: 'size', page: '-3' }))
    .toEqual({ q: 'leeds', kind: undefined, open: undefined, sort: 'name', page: 1 })
  expect(organisationSearch.parse({ q: ['a', 'b'], kind: 'ccg', open: 'no', sort: 'closed', page: '2' }))
    .toEqual({ q: '', kind: 'ccg', open: 'no', sort: 'closed', page: 2 })
})
