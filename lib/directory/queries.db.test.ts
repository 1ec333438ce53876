import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '@/lib/audit/record-event'
import { disconnect, inTransaction } from '@/lib/platform/db'
import { loadOrganisations } from './load-content'
import { organisationPage, organisations, organisationsPerPage } from './queries'
import { organisationSearch } from './schema'

beforeAll(() => inTransaction(systemActor, loadOrganisations))
afterAll(disconnect)

const search = (params: Record<string, string>) => organisations(organisationSearch.parse(params))
const codes = async (params: Record<string, string>) => (await search(params)).rows.map(({ odsCode }) => odsCode)

describe('the page of an organisation', () => {
  test('shows a CCG with its boards of 2022 and 2026', async () => {
    const page = await organisationPage('w2u3z')
    expect(page?.organisation).toMatchObject({ odsCode: 'W2U3Z', name: 'NHS North West London CCG', closedOn: '2022-06-30' })
    expect(page?.parent).toMatchObject({ odsCode: 'QRV' })
    expect(page?.successors.map((step) => step.map(({ organisation, relation }) => [organisation.odsCode, organisation.openedOn, relation]))).toEqual([
      [['QRV', '2022-07-01', 'succeeded-by']], [['Z9B2Z', '2026-04-01', 'succeeded-by']],
    ])
    expect(page?.predecessors[0]?.map(({ organisation }) => organisation.odsCode)).toContain('07P')
  })

  test('shows a board with all that came before it, and the doubt about its name', async () => {
    const page = await organisationPage('Z9B2Z')
    expect(page?.organisation.nameNote).toContain('inferred')
    expect(page?.successors).toEqual([])
    expect(page?.predecessors[0]?.map(({ organisation, fromCode }) => [organisation.name, fromCode])).toEqual([
      ['NHS North Central London Integrated Care Board', 'Z9B2Z'], ['NHS North West London Integrated Care Board', 'Z9B2Z'],
    ])
  })

  test('is not there for a code that nobody has, nor for nonsense', async () => {
    const asked = ['ZZZ', '', 'RR8; DROP TABLE', 'A'.repeat(5000), '\u0000', '../RR8']
    expect(await Promise.all(asked.map(organisationPage))).toEqual(asked.map(() => null))
  })
})

describe('the list of organisations', () => {
  test('has all, 25 to a page, each once over its pages', async () => {
    const first = await search({})
    expect(first).toMatchObject({ total: 570, page: 1, pages: 23 })
    expect(first.rows).toHaveLength(organisationsPerPage)
    const every = (await Promise.all(Array.from({ length: 23 }, (_, index) => codes({ page: String(index + 1) })))).flat()
    expect(new Set(every).size).toBe(570)
  })

  test('gives its last page when asked for one past the end', async () => {
    expect(await search({ page: '9999' })).toMatchObject({ page: 23 })
  })

  test.each([
    [{ q: 'leeds teaching' }, ['RR8']],
    [{ q: 'rr8' }, ['RR8']],
    [{ q: 'LS9 7TF' }, ['RR8']],
    [{ q: 'TRUST   teaching  leeds' }, ['RR8']],
    [{ q: 'leeds', kind: 'ccg', sort: 'code' }, ['02V', '03C', '03G', '15F']],
    [{ q: 'king\'s lynn', sort: 'code' }, ['07J', 'RCX']],
    [{ q: '%' }, []],
    [{ q: '_____' }, []],
    [{ q: '\\' }, []],
  ])('finds %j', async (params, found) => {
    expect(await codes(params as Record<string, string>)).toEqual(found)
  })

  test('tells the open from the closed, and together they are all', async () => {
    const [open, closed] = await Promise.all([search({ open: 'yes', kind: 'trust' }), search({ open: 'no', kind: 'trust' })])
    expect(open.total + closed.total).toBe(274)
    expect((await search({ open: 'yes', kind: 'ccg' })).total).toBe(0)
  })

  test('sorts by the day of opening and closing, latest first', async () => {
    expect((await codes({ sort: 'opened', kind: 'trust' }))[0]).toBe('K0N6A')
    expect((await codes({ sort: 'closed', kind: 'trust' }))[0]).toBe('RVJ')
  })
})
