import type { Day } from '@/lib/platform/day'
import { importedSource, kindNames, type Organisation } from './directory'
import type { OdsLine, OdsOrganisation } from './ods-file'

export type ImportChange = 'new' | 'changed' | 'closed' | 'reopened'

/** What an import did, or would do. Every row of the file is counted once: in a number, set aside, or rejected. */
export type ImportSummary = {
  new: number
  changed: number
  /** Rows that give a last day to an organisation that had none. */
  closed: number
  /** Rows that take a last day away: a sign of a file older than the directory. */
  reopened: number
  unchanged: number
  changes: { odsCode: string; name: string; change: ImportChange }[]
  /** Sound rows that are no organisation of this kind, such as sub-ICB locations in the CCG file. */
  setAside: { row: number; odsCode: string; reason: string }[]
  rejected: { row: number; reason: string }[]
  /** False for a dry run, and when a rejected row stopped everything. */
  written: boolean
}

export type ImportPlan = { writes: Organisation[]; summary: ImportSummary }

const comparedAsText = ['name', 'town'] as const
const comparedExactly = ['postcode', 'regionCode', 'region', 'parentCode', 'openedOn', 'closedOn', 'foundationTrust'] as const

/** The files are in capitals, the directory is not: capitals alone are no change. */
function sameText(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}

function changeTo(held: Organisation | undefined, row: OdsOrganisation): ImportChange | null {
  if (!held) return 'new'
  if (held.closedOn === null && row.closedOn !== null) return 'closed'
  if (held.closedOn !== null && row.closedOn === null) return 'reopened'
  const same = comparedAsText.every((field) => sameText(held[field], row[field])) && comparedExactly.every((field) => held[field] === row[field])
  return same ? null : 'changed'
}

function merged(held: Organisation | undefined, row: OdsOrganisation, source: string): Organisation {
  if (!held) return { ...row, nameNote: null, source }
  const sameName = sameText(held.name, row.name)
  return {
    ...row,
    name: sameName ? held.name : row.name,
    nameNote: sameName ? held.nameNote : null,
    town: sameText(held.town, row.town) ? held.town : row.town,
    source,
  }
}

const emptySummary = (): ImportSummary => (
  { new: 0, changed: 0, closed: 0, reopened: 0, unchanged: 0, changes: [], setAside: [], rejected: [], written: false }
)

/**
 * Works out what an ODS file changes. An organisation that the file does not name is left as it is: a missing row is not a closure.
 *
 * @param held the directory as it stands, by ODS code
 */
export function planImport(held: ReadonlyMap<string, Organisation>, lines: readonly OdsLine[], file: { name: string; importedOn: Day }): ImportPlan {
  const source = importedSource(file.name, file.importedOn)
  const plan: ImportPlan = { writes: [], summary: emptySummary() }
  const { summary } = plan
  for (const line of lines) {
    if (line.outcome === 'rejected') summary.rejected.push({ row: line.row, reason: line.reason })
    else if (line.outcome === 'set-aside') summary.setAside.push({ row: line.row, odsCode: line.odsCode, reason: line.reason })
    else planRow(plan, held.get(line.organisation.odsCode), line.row, line.organisation, source)
  }
  return plan
}

function planRow({ writes, summary }: ImportPlan, held: Organisation | undefined, row: number, organisation: OdsOrganisation, source: string): void {
  const { odsCode, kind } = organisation
  if (held && held.kind !== kind) {
    summary.rejected.push({ row, reason: `${odsCode} is in the directory as: ${kindNames[held.kind].one}, not as: ${kindNames[kind].one}` })
    return
  }
  const change = changeTo(held, organisation)
  if (change === null) {
    summary.unchanged++
    return
  }
  summary[change]++
  const write = merged(held, organisation, source)
  writes.push(write)
  summary.changes.push({ odsCode, name: write.name, change })
}
