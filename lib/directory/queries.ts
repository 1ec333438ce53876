import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { type Day, dateFromDay } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { odsCodePattern, type Organisation } from './directory'
import { allSuccessions, organisationFrom } from './organisation-table'
import type { OrganisationSearch } from './schema'
import { type Succession, successionChain, type SuccessionDirection, type SuccessionRelation } from './succession'

export const organisationsPerPage = 25

type Named = Pick<Organisation, 'odsCode' | 'name' | 'nameNote' | 'kind' | 'openedOn' | 'closedOn'>

/** One link of a chain, seen from the organisation of the page: `organisation` is the one further along, `fromCode` the one before it. */
export type ChainLink = { organisation: Named; relation: SuccessionRelation; source: string; fromCode: string }

export type OrganisationPage = {
  organisation: Organisation
  /** The board whose area it is in, when the directory knows it. */
  parent: Named | null
  /** Steps forward in time, nearest first; a step has several links when an area was divided. */
  successors: ChainLink[][]
  /** Steps back in time, nearest first. */
  predecessors: ChainLink[][]
}

function further({ predecessorCode, successorCode }: Succession, direction: SuccessionDirection) {
  return direction === 'successors' ? { code: successorCode, fromCode: predecessorCode } : { code: predecessorCode, fromCode: successorCode }
}

function namedChain(odsCode: string, successions: Succession[], direction: SuccessionDirection, named: ReadonlyMap<string, Named>): ChainLink[][] {
  return successionChain(odsCode, successions, direction).map((step) => step.flatMap((link) => {
    const { code, fromCode } = further(link, direction)
    const organisation = named.get(code)
    return organisation ? [{ organisation, relation: link.relation, source: link.source, fromCode }] : []
  }))
}

async function namedOrganisations(tx: Tx, odsCodes: string[]): Promise<Map<string, Named>> {
  const records = await tx.organisation.findMany({ where: { odsCode: { in: odsCodes } } })
  return new Map(records.map(organisationFrom).map(({ odsCode, name, nameNote, kind, openedOn, closedOn }) => (
    [odsCode, { odsCode, name, nameNote, kind, openedOn, closedOn }]
  )))
}

function codesAround(odsCode: string, successions: Succession[]): string[] {
  const links = [...successionChain(odsCode, successions, 'successors'), ...successionChain(odsCode, successions, 'predecessors')].flat()
  return [...new Set(links.flatMap(({ predecessorCode, successorCode }) => [predecessorCode, successorCode]))]
}

/** An organisation with everybody before and after it. The code may be in small letters. Null when there is none. */
export async function organisationPage(asked: string): Promise<OrganisationPage | null> {
  const odsCode = asked.toUpperCase()
  if (!odsCodePattern.test(odsCode)) return null
  return reading(publicReader, async (tx) => {
    const record = await tx.organisation.findUnique({ where: { odsCode } })
    if (!record) return null
    const organisation = organisationFrom(record)
    const successions = await allSuccessions(tx)
    const parentCodes = organisation.parentCode ? [organisation.parentCode] : []
    const named = await namedOrganisations(tx, [...parentCodes, ...codesAround(odsCode, successions)])
    return {
      organisation,
      parent: named.get(organisation.parentCode ?? '') ?? null,
      successors: namedChain(odsCode, successions, 'successors', named),
      predecessors: namedChain(odsCode, successions, 'predecessors', named),
    }
  })
}

export type OrganisationList = { rows: Organisation[]; total: number; page: number; pages: number }

/** Every word must be found in the name, the town, the postcode, or be the code. */
function matching(q: string): Prisma.OrganisationWhereInput[] {
  return q.split(/\s+/).filter(Boolean).map((word) => {
    const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
    return { OR: [{ odsCode: word.toUpperCase() }, { name: contains }, { town: contains }, { postcode: contains }] }
  })
}

function openOn(day: Day): Prisma.OrganisationWhereInput {
  const date = dateFromDay(day)
  return { openedOn: { lte: date }, OR: [{ closedOn: null }, { closedOn: { gte: date } }] }
}

function openFilter(open: OrganisationSearch['open']): Prisma.OrganisationWhereInput[] {
  if (open === undefined) return []
  return [open === 'yes' ? openOn(today()) : { NOT: openOn(today()) }]
}

const orders: Record<OrganisationSearch['sort'], Prisma.OrganisationOrderByWithRelationInput[]> = {
  name: [{ name: 'asc' }, { odsCode: 'asc' }],
  code: [{ odsCode: 'asc' }],
  opened: [{ openedOn: { sort: 'desc', nulls: 'last' } }, { odsCode: 'asc' }],
  closed: [{ closedOn: { sort: 'desc', nulls: 'last' } }, { odsCode: 'asc' }],
}

/** Organisations that match, 25 to a page. A page past the end gives the last page; `open` is asked of today. */
export async function organisations({ kind, q, page, sort, open }: OrganisationSearch): Promise<OrganisationList> {
  const where: Prisma.OrganisationWhereInput = { AND: [...(kind ? [{ kind }] : []), ...matching(q), ...openFilter(open)] }
  return reading(publicReader, async (tx) => {
    const total = await tx.organisation.count({ where })
    const pages = Math.max(1, Math.ceil(total / organisationsPerPage))
    const shown = Math.min(page, pages)
    const records = await tx.organisation.findMany({ where, orderBy: orders[sort], skip: (shown - 1) * organisationsPerPage, take: organisationsPerPage })
    return { rows: records.map(organisationFrom), total, page: shown, pages }
  })
}
