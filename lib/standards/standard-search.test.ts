import { expect, test } from 'vitest'
import { readContent } from './read-content'
import { foundStandards, searchChoices, standardSearch } from './standard-search'

const standards = readContent().map((standard) => ({ ...standard, current: standard.versions.at(-1) ?? null }))
const search = (address: Record<string, unknown>) => standardSearch.parse(address)
const ids = (address: Record<string, unknown>) => foundStandards(standards, search(address)).map(({ id }) => id)

test('a search that asks for nothing finds all sixty', () => {
  expect(ids({})).toHaveLength(60)
})

test('each word must be found, whatever its letters, in the id, name, owner or summary', () => {
  expect(ids({ q: 'CYBER essentials' })).toEqual(expect.arrayContaining(['CE']))
  expect(ids({ q: 'dcb0129' })).toEqual(expect.arrayContaining(['DCB0129']))
  expect(ids({ q: 'cyber zebra' })).toEqual([])
})

test('choices narrow, and nonsense in the address counts as not given', () => {
  expect(ids({ obligation: 'historical' }).sort()).toEqual(['FRAMEWORK2018', 'VISION2018'])
  expect(ids({ category: 'Clinical safety' })).toHaveLength(4)
  expect(ids({ obligation: 'compulsory', q: ['a', 'b'], category: 4 })).toHaveLength(60)
})

test('a choice is counted by what it would leave', () => {
  const { categories, obligations } = searchChoices(standards, search({ category: 'clinical safety' }))
  expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  expect(obligations.map(({ value, count }) => [value, count])).toEqual(['mandatory', 'conditional', 'recommended', 'historical'].map((value) => [value, ids({ category: 'clinical safety', obligation: value }).length]))
})
