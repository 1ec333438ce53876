import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DayInterval } from '@/lib/assessment/standing'
import { publicReader } from '@/lib/audit/record-event'
import { addDays, type Day } from '@/lib/platform/day'
import { disconnect, reading } from '@/lib/platform/db'
import { createPrismaClient } from '@/lib/platform/prisma-client'
import { entryWords } from '../entry-words'
import { printMultirange } from '../multirange'
import { searchCatalogue } from './search-catalogue'
import { hostingNames, interfaceNames, printAddress, readAddress, searchGroups, groupJoins, withChoice, type SearchCriteria, type SearchVocabulary } from '../search'
import { searchEntries } from './search-entries'

const owner = createPrismaClient(process.env.MIGRATION_DATABASE_URL ?? '', 'owner')
const asked: Day = '2026-06-15'
const capabilities = ['C1', 'C5', 'C14', 'C22']
const standards = ['DTAC', 'DSPT', 'WCAG']
const suppliers: [string, ...string[]] = ['alder', 'birch', 'cedar', 'damson']

/** The same numbers in every run, so that a failure can be seen again. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const next = numbers(20_261_122)
const some = <T>(values: readonly T[], chance = 0.5): T[] => values.filter(() => next() < chance)
const one = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(next() * values.length)] ?? values[0]

function runs(): DayInterval[] {
  const from = addDays(asked, -Math.floor(next() * 200))
  return next() < 0.3 ? [] : [{ from, to: addDays(from, Math.floor(next() * 500)) }]
}

type Entry = { name: string; supplier: string; hosting: string; interfaces: string[]; capabilities: string[]; compliant: DayInterval[]; met: Record<string, DayInterval[]>; text: string }

async function enter(entry: Entry): Promise<void> {
  const { name, supplier, text } = entry
  const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${randomUUID().slice(0, 8)}`
  const { id: supplierId } = await owner.supplier.findUniqueOrThrow({ where: { slug: supplier } })
  const { id: productId } = await owner.product.create({ data: { supplierId, slug, name: `${name} ${slug}`, summary: text } })
  const { id: releaseId } = await owner.release.create({ data: { productId, supplierId, label: '1.0' } })
  await owner.$executeRaw`
    INSERT INTO catalogue_entry (product_id, release_id, slug, name, summary, supplier_slug, supplier_name, release_label, hosting, care_settings, interfaces, capability_refs, listed_on, compliant_during, words)
    VALUES (${productId}::uuid, ${releaseId}::uuid, ${slug}, ${name}, ${text}, ${supplier}, ${supplier}, '1.0', ${entry.hosting}, '{}', ${entry.interfaces}, ${entry.capabilities},
      ${addDays(asked, -Math.floor(next() * 300))}::date, ${printMultirange(entry.compliant)}::datemultirange,
      ${entryWords({ name, supplierAndCapabilities: supplier, summary: text, rest: '' })})`
  for (const [standardId, met] of Object.entries(entry.met)) {
    await owner.$executeRaw`INSERT INTO catalogue_standing (product_id, standard_id, mandatory, met_during) VALUES (${productId}::uuid, ${standardId}, true, ${printMultirange(met)}::datemultirange)`
  }
}

const generated = (): Entry => ({
  name: one(['Larkrise Meds', 'Fennel Records', 'Copse Imaging', 'Wharf Rota']),
  supplier: one(suppliers),
  hosting: one(['public-cloud', 'private-cloud', 'on-premises', 'hybrid']),
  interfaces: some([...interfaceNames.keys()], 0.3),
  capabilities: some(capabilities),
  compliant: runs(),
  met: Object.fromEntries(some(standards, 0.8).map((id) => [id, runs()])),
  text: one(['Prescribing for wards', 'Rostering of nurses', 'Images of the chest', 'A record of care']),
})

beforeAll(async () => {
  await owner.capability.createMany({ data: capabilities.map((ref) => ({ ref, name: `Capability ${ref}`, category: 'x', version: '1', status: 'Effective' as const, frameworks: [], mustEpics: 1, shouldEpics: 0, mayEpics: 0 })) })
  for (const id of standards) {
    await owner.standard.create({ data: { id, name: id, owner: 'x', category: 'x', source: 'https://example.org', foundIn: 'x', confidence: 'x', existedInOctober2018: true, summary: 'x' } })
    await owner.standardVersion.create({ data: { standardId: id, version: '1', title: id, obligation: 'mandatory', condition: 'x', subject: 'product', applicability: [], contentHash: 'x' } })
  }
  for (const slug of suppliers) {
    const id = randomUUID()
    await owner.body.create({ data: { id, kind: 'supplier', name: slug } })
    await owner.supplier.create({ data: { id, slug, name: slug, address: 'x', contactEmail: 'x@example.org' } })
  }
  for (let index = 0; index < 150; index++) await enter(generated())
})

afterAll(async () => {
  await owner.$disconnect()
  await disconnect()
})

const vocabulary: SearchVocabulary = { capability: named(capabilities), standard: named(standards), supplier: named(suppliers) }
const nothing = readAddress({ on: asked }, vocabulary).criteria
function named(ids: string[]) { return new Map(ids.map((id) => [id, id])) }
const search = (criteria: SearchCriteria, perPage = 20) => reading(publicReader, (tx) => searchEntries(tx, criteria, asked, { perPage, endingDays: 90 }))

function chosenAtRandom(): SearchCriteria {
  const chosen = { capability: some(capabilities, 0.2), standard: some(standards, 0.2), interface: some([...interfaceNames.keys()], 0.04), hosting: some([...hostingNames.keys()], 0.3), supplier: some(suppliers, 0.3), status: some(['met', 'ending', 'not-met'], 0.2) }
  return { ...nothing, q: one(['', '', '', 'larkrise', 'prescribing', 'record care']), chosen, compliant: next() < 0.3 }
}

describe('a search of the catalogue', () => {
  test('gives in each count what choosing it gives', async () => {
    let counts = 0
    for (let round = 0; round < 15; round++) {
      const criteria = chosenAtRandom()
      const { total, facets } = await search(criteria)
      for (const { group, value, count } of facets) {
        counts++
        if (group === 'compliant') expect((await search({ ...criteria, compliant: true })).total).toBe(count)
        else if (groupJoins[group] === 'all') expect((await search(withChoice(criteria, group, value))).total).toBe(count)
        else expect(await totalWithOnly(criteria, group, value), `${printAddress(criteria)} ${group} ${value}`).toBe(count)
      }
      expect(total).toBeGreaterThanOrEqual(0)
    }
    expect(counts).toBeGreaterThan(200)
  })

  const totalWithOnly = async (criteria: SearchCriteria, group: (typeof searchGroups)[number], value: string) => (await search({ ...criteria, chosen: { ...criteria.chosen, [group]: [value] } })).total

  test('adds the count of a further choice to the total where any choice will do', async () => {
    const criteria = { ...nothing, chosen: { ...nothing.chosen, hosting: ['public-cloud'] } }
    const { total, facets } = await search(criteria)
    const hybrid = facets.find(({ group, value }) => group === 'hosting' && value === 'hybrid')
    expect((await search(withChoice(criteria, 'hosting', 'hybrid'))).total).toBe(total + (hybrid?.count ?? 0))
  })

  test('leaves no choice without its count: what is not counted gives nothing', async () => {
    const criteria = chosenAtRandom()
    const { facets } = await search(criteria)
    for (const ref of capabilities.filter((value) => !facets.some((facet) => facet.group === 'capability' && facet.value === value))) {
      expect((await search(withChoice(criteria, 'capability', ref))).total).toBe(0)
    }
  })

  test('pages through every entry once, in each order, and gives the last page for one past the end', async () => {
    for (const sort of ['name', 'newest', 'until', 'relevance'] as const) {
      const slugs: string[] = []
      for (let page = 1; page <= 8; page++) slugs.push(...(await search({ ...nothing, sort, page })).rows.map(({ slug }) => slug))
      expect(slugs).toHaveLength(150)
      expect(new Set(slugs).size).toBe(150)
    }
    expect((await search({ ...nothing, page: 99 })).rows.map(({ slug }) => slug)).toEqual((await search({ ...nothing, page: 8 })).rows.map(({ slug }) => slug))
  })

  test('shows a standing that agrees with its days', async () => {
    const { rows } = await search(nothing, 200)
    for (const { status, until } of rows) {
      if (status === 'not-met') expect(until).toBeNull()
      else expect((until ?? '') <= addDays(asked, 90)).toBe(status === 'ending')
    }
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['met', 'ending', 'not-met']))
  })

  test('finds a word by its stem, by its beginning and with or without accents', async () => {
    const total = async (q: string) => (await search({ ...nothing, q })).total
    expect(await total('prescribe')).toBe(await total('prescribing'))
    expect(await total('prescribi')).toBe(await total('prescribing'))
    expect(await total('e-prescribing')).toBe(await total('prescribing'))
    expect(await total('Lárkrise')).toBe(await total('larkrise'))
    expect(await total('zzzz')).toBe(0)
    expect(await total('images of the')).toBe(await total('images'))
  })

  test.each(["'", "o'brien & | ! ( ) :* <->", '\u0000', '\\', '%_', '🙂', 'ß', '"'.repeat(300), 'null', "'); DROP TABLE product; --"])('takes %j as words, not as an expression', async (q) => {
    const page = await searchCatalogue({ q })
    expect(page.total).toBeGreaterThanOrEqual(0)
  })

  test('names what an address asks that the register does not know, and searches without it', async () => {
    const page = await searchCatalogue({ on: asked, capability: ['c14', 'C999'], sort: 'cheapest', page: '-1', compliant: 'perhaps', hosting: 'on-the-moon', unheard: 'of' })
    expect(page.leftOut).toEqual(expect.arrayContaining([{ name: 'capability', value: 'C999' }, { name: 'sort', value: 'cheapest' }, { name: 'page', value: '-1' }, { name: 'compliant', value: 'perhaps' }, { name: 'hosting', value: 'on-the-moon' }]))
    expect(page.leftOut).toHaveLength(5)
    expect(page.criteria.chosen.capability).toEqual(['C14'])
    expect(page.total).toBe((await search({ ...nothing, chosen: { ...nothing.chosen, capability: ['C14'] } })).total)
  })
})
