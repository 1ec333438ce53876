import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/lib/audit/record-event'
import { disconnect, inTransaction } from '@/lib/platform/db'
import { organisationContent, successionContent } from './content'
import { loadOrganisations } from './load-content'
import { allSuccessions, organisationsByCode, saveOrganisations, saveSuccessions } from './organisation-table'

const load = () => inTransaction(systemActor, loadOrganisations)
const total = organisationContent().length
const links = successionContent().length

afterAll(disconnect)

test('the first load stores the content exactly, and the second changes nothing', async () => {
  expect(await load()).toEqual({ new: total, changed: 0, unchanged: 0, kept: 0, successions: { new: links, changed: 0, unchanged: 0, removed: 0 } })
  const byCode = <T extends { odsCode: string }>(one: T, other: T) => (one.odsCode < other.odsCode ? -1 : 1)
  const { held, chains } = await inTransaction(systemActor, async (tx) => ({ held: [...(await organisationsByCode(tx)).values()], chains: await allSuccessions(tx) }))
  expect(held.sort(byCode)).toEqual(organisationContent().sort(byCode))
  expect(new Set(chains.map((link) => JSON.stringify(link)))).toEqual(new Set(successionContent().map(({ predecessorCode, successorCode, relation, source }) => JSON.stringify({ predecessorCode, successorCode, relation, source }))))
  expect(await load()).toEqual({ new: 0, changed: 0, unchanged: total, kept: 0, successions: { new: 0, changed: 0, unchanged: links, removed: 0 } })
})

test('a load puts the content back over older content, keeps what an import brought, and follows the successions exactly', async () => {
  await load()
  await inTransaction(systemActor, async (tx) => {
    const held = organisationContent()
    const leeds = held.filter(({ odsCode }) => odsCode === 'RR8').map((trust) => ({ ...trust, name: 'An older name' }))
    const bolton = held.filter(({ odsCode }) => odsCode === 'RMC').map((trust) => ({ ...trust, name: 'A newer name', source: 'Imported from etr.csv on 1 August 2026' }))
    await saveOrganisations(tx, [...leeds, ...bolton])
    await saveSuccessions(tx, [
      { predecessorCode: 'RVJ', successorCode: 'RA7', relation: 'succeeded-by', source: 'a guess' },
      { predecessorCode: 'RTV', successorCode: 'RW4', relation: 'part-succeeded-by', source: 'an older source' },
    ])
  })
  expect(await load()).toEqual({ new: 0, changed: 1, unchanged: total - 2, kept: 1, successions: { new: 0, changed: 1, unchanged: links - 1, removed: 1 } })
  const held = await inTransaction(systemActor, organisationsByCode)
  expect([held.get('RR8')?.name, held.get('RMC')?.name]).toEqual(['Leeds Teaching Hospitals NHS Trust', 'A newer name'])
})

test('two processes that load at once do not disturb each other', async () => {
  const counts = await Promise.all([load(), load(), load()])
  expect(counts.every(({ new: fresh }) => fresh === 0)).toBe(true)
})
