import { isDay, type Day } from '@/lib/platform/day'
import { factGroups } from '@/lib/standards/facts'

export const searchSorts = ['relevance', 'name', 'newest', 'until'] as const
export type SearchSort = (typeof searchSorts)[number]

/** Where a product stands on the day of the search, for the whole of it and not for one standard. */
export const searchStatuses = ['met', 'ending', 'not-met'] as const
export type SearchStatus = (typeof searchStatuses)[number]

/** A group of choices that the address may repeat. */
export const searchGroups = ['capability', 'standard', 'hosting', 'interface', 'supplier', 'status'] as const
export type SearchGroup = (typeof searchGroups)[number]

/**
 * How choices of one group combine. A product has many capabilities, standards and interfaces, and a buyer needs all
 * that they choose; it has one supplier, one hosting and one status, and a buyer takes any that they choose.
 */
export const groupJoins: Record<SearchGroup, 'all' | 'any'> = { capability: 'all', standard: 'all', interface: 'all', hosting: 'any', supplier: 'any', status: 'any' }

/** Everything a search asks. All of it stands in the address, so that a search can be kept, sent and repeated. */
export type SearchCriteria = {
  q: string
  chosen: Record<SearchGroup, string[]>
  /** Only products that meet every standard on the day. */
  compliant: boolean
  /** The day that standings are asked of; null for today. */
  on: Day | null
  sort: SearchSort
  page: number
}

/** A search that asks nothing. */
export const noCriteria: SearchCriteria = { q: '', chosen: { capability: [], standard: [], hosting: [], interface: [], supplier: [], status: [] }, compliant: false, on: null, sort: 'name', page: 1 }

/** What the register knows of the groups that it can tell only from its own rows. */
export type SearchVocabulary = Record<'capability' | 'standard' | 'supplier', ReadonlyMap<string, string>>

export type AddressParams = Record<string, string | string[] | undefined>

/** A value in an address that the search could not use and left out, to be said to the reader. */
export type LeftOut = { name: string; value: string }

const longestQuery = 200
const mostChoices = 50

export const hostingNames = optionNames('deployment')
export const interfaceNames = optionNames('interfaces')
export const careSettingNames = optionNames('careSettings')

function optionNames(fact: string): ReadonlyMap<string, string> {
  const question = factGroups.flatMap((group) => group.questions).find(({ name }) => name === fact)
  const options = question && 'options' in question ? question.options : []
  return new Map(options.map(({ value, label }) => [value, label]))
}

const fixedGroups = { hosting: hostingNames, interface: interfaceNames, status: new Map(searchStatuses.map((status) => [status as string, status as string])) }

const listed = (value: string | string[] | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** The last value counts, as it does in a form that is posted twice. */
const single = (value: string | string[] | undefined): string => listed(value).at(-1)?.trim() ?? ''

/** Ids are known in one spelling; an address in other letters means the same. */
function spelledAsKnown(value: string, known: ReadonlyMap<string, string>): string | undefined {
  if (known.has(value)) return value
  return [...known.keys()].find((key) => key.toLowerCase() === value.toLowerCase())
}

/** Reads one value: an empty one is no value, one that cannot be used is left out and said. */
function reader(params: AddressParams, leftOut: LeftOut[]) {
  return <T>(name: string, read: (text: string) => T | undefined, otherwise: T): T => {
    const text = single(params[name])
    if (text === '') return otherwise
    const value = read(text)
    if (value === undefined) leftOut.push({ name, value: text })
    return value ?? otherwise
  }
}

const readPage = (text: string): number | undefined => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined)
const readSort = (text: string): SearchSort | undefined => searchSorts.find((sort) => sort === text)
const readYes = (text: string): boolean | undefined => (text === 'yes' ? true : text === 'no' ? false : undefined)

function readChosen(params: AddressParams, vocabulary: SearchVocabulary, leftOut: LeftOut[]): SearchCriteria['chosen'] {
  const known = { ...vocabulary, ...fixedGroups }
  const read = (group: SearchGroup): string[] => {
    const values = [...new Set(listed(params[group]).map((value) => value.trim()).filter(Boolean))].slice(0, mostChoices)
    return [...new Set(values.flatMap((value) => {
      const spelled = spelledAsKnown(value, known[group])
      if (spelled === undefined) leftOut.push({ name: group, value })
      return spelled ?? []
    }))]
  }
  return { capability: read('capability'), standard: read('standard'), hosting: read('hosting'), interface: read('interface'), supplier: read('supplier'), status: read('status') }
}

/** Whether a text can be the address of a product or a supplier at all. What cannot is not worth asking the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,100}$/.test(text)
}

/** Words as they are compared: one form of each letter, no control characters, single spaces. */
export function foldedText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

/** What an address asks for. Values that mean nothing to the register are left out of the search, and named. */
export function readAddress(params: AddressParams, vocabulary: SearchVocabulary): { criteria: SearchCriteria; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const one = reader(params, leftOut)
  // Marks alone are no words: to search with them as if they were nothing would find everything.
  const q = one('q', (text) => (searchWords(text).length > 0 ? text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, longestQuery) : undefined), '')
  const criteria: SearchCriteria = {
    q,
    chosen: readChosen(params, vocabulary, leftOut),
    compliant: one('compliant', readYes, false),
    on: one<Day | null>('on', (text) => (isDay(text) ? text : undefined), null),
    sort: one('sort', readSort, usualSort(q)),
    page: one('page', readPage, 1),
  }
  return { criteria, leftOut }
}

const usualSort = (q: string): SearchSort => (q === '' ? 'name' : 'relevance')

/** The address of a search: only what differs from a search that asks nothing, in one order, so that equal searches have one address. */
export function printAddress(criteria: SearchCriteria): string {
  const { q, chosen, compliant, on, sort, page } = criteria
  const groups = searchGroups.flatMap((group) => [...chosen[group]].sort().map((value): [string, string] => [group, value]))
  const given: [string, string][] = [
    ['q', q],
    ...groups,
    ['compliant', compliant ? 'yes' : ''],
    ['on', on ?? ''],
    ['sort', sort === usualSort(q) ? '' : sort],
    ['page', page > 1 ? String(page) : ''],
  ]
  const text = new URLSearchParams(given.filter(([, value]) => value !== '')).toString()
  return text ? `/products?${text}` : '/products'
}

/** The same search with one choice more, from its first page. */
export function withChoice(criteria: SearchCriteria, group: SearchGroup, value: string): SearchCriteria {
  return { ...criteria, page: 1, chosen: { ...criteria.chosen, [group]: [...new Set([...criteria.chosen[group], value])] } }
}

/** The same search without one choice, from its first page. */
export function withoutChoice(criteria: SearchCriteria, group: SearchGroup, value: string): SearchCriteria {
  return { ...criteria, page: 1, chosen: { ...criteria.chosen, [group]: criteria.chosen[group].filter((one) => one !== value) } }
}

/** The words of a query that can be looked for. A single letter, as of "e-prescribing", says too little beside longer words. */
export function searchWords(q: string): string[] {
  const words = foldedText(q).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => word.length > 1 || /\p{N}/u.test(word))
  return [...new Set(telling.length > 0 ? telling : words)]
}
