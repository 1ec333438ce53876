import type { Tx } from '@/lib/platform/db'
import { organisationContent, successionContent } from './content'
import { isImported, type Organisation } from './directory'
import { allSuccessions, lockDirectory, organisationsByCode, removeSuccessions, saveOrganisations, saveSuccessions } from './organisation-table'
import type { Succession } from './succession'

export type LoadCounts = {
  new: number
  changed: number
  unchanged: number
  /** Organisations that an operator's import has had the last word on; the content does not overwrite them. */
  kept: number
  successions: { new: number; changed: number; unchanged: number; removed: number }
}

const fields = ['name', 'nameNote', 'kind', 'town', 'postcode', 'regionCode', 'region', 'parentCode', 'openedOn', 'closedOn', 'foundationTrust', 'source'] as const

const sameOrganisation = (one: Organisation, other: Organisation) => fields.every((field) => one[field] === other[field])
const sameLink = (one: Succession, other: Succession) => one.relation === other.relation && one.source === other.source
const linkKey = ({ predecessorCode, successorCode }: Succession) => `${predecessorCode} ${successorCode}`

async function loadSuccessions(tx: Tx): Promise<LoadCounts['successions']> {
  const content = successionContent()
  const held = new Map((await allSuccessions(tx)).map((link) => [linkKey(link), link]))
  const fresh = content.filter((link) => !held.has(linkKey(link)))
  const changed = content.filter((link) => {
    const before = held.get(linkKey(link))
    return before !== undefined && !sameLink(before, link)
  })
  const wanted = new Set(content.map(linkKey))
  const removed = [...held.values()].filter((link) => !wanted.has(linkKey(link)))
  await saveSuccessions(tx, [...fresh, ...changed])
  await removeSuccessions(tx, removed)
  return { new: fresh.length, changed: changed.length, unchanged: content.length - fresh.length - changed.length, removed: removed.length }
}

/**
 * Brings the directory in line with the content files; a second run changes nothing. Organisations are never removed,
 * those that an import has touched since are kept, and successions follow the content exactly, since no one else writes them.
 * The caller's transaction records the event.
 */
export async function loadOrganisations(tx: Tx): Promise<LoadCounts> {
  await lockDirectory(tx)
  const held = await organisationsByCode(tx)
  const content = organisationContent()
  const fresh = content.filter(({ odsCode }) => !held.has(odsCode))
  const known = content.flatMap((organisation) => {
    const before = held.get(organisation.odsCode)
    return before ? [{ before, organisation }] : []
  })
  const mine = known.filter(({ before }) => !isImported(before))
  const changed = mine.filter(({ before, organisation }) => !sameOrganisation(before, organisation)).map(({ organisation }) => organisation)
  await saveOrganisations(tx, [...fresh, ...changed])
  return {
    new: fresh.length,
    changed: changed.length,
    unchanged: mine.length - changed.length,
    kept: known.length - mine.length,
    successions: await loadSuccessions(tx),
  }
}
