import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { dayInWords } from '@/lib/platform/day'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { importOrganisations, type ImportOptions } from './commands'
import { organisationContent } from './content'
import type { Organisation } from './directory'
import { loadOrganisations } from './load-content'
import { type OdsLine, readOdsFile } from './ods-file'
import { organisationFrom } from './organisation-table'

type Row = Partial<Pick<Organisation, 'odsCode' | 'name' | 'postcode' | 'closedOn'>>

async function all(lines: AsyncIterable<OdsLine>): Promise<OdsLine[]> {
  const rows: OdsLine[] = []
  for await (const line of lines) rows.push(line)
  return rows
}

const registrar = { personId: null, bodyId: null, role: 'registrar' }
const digits = (day: string | null) => (day ?? '').replaceAll('-', '')

/** A row of etr.csv as ODS writes it. */
function etrRow({ odsCode, name, regionCode, parentCode, town, postcode, openedOn, closedOn, region }: Organisation): string {
  const cells = [odsCode, name.toUpperCase(), regionCode, parentCode, 'TRUST HEADQUARTERS', '', '', town?.toUpperCase(), '', postcode, digits(openedOn), digits(closedOn)]
  const rest = ['', '', '', '', '', '01234 567890', '', '', '', '1', '', region === 'Wales' ? 'W' : 'D', '', '', '']
  return [...cells, ...rest].map((cell) => `"${cell ?? ''}"`).join(',')
}

function contentOf(odsCode: string): Organisation {
  const found = organisationContent().find((organisation) => organisation.odsCode === odsCode)
  if (!found) throw new Error(`The content has no ${odsCode}`)
  return found
}

const leeds = contentOf('RR8')
const trusts = organisationContent().filter(({ kind }) => kind === 'trust')

async function file(...changes: Row[]): Promise<OdsLine[]> {
  const rows = changes.map((change) => {
    const known = organisationContent().find(({ odsCode }) => odsCode === change.odsCode)
    return etrRow({ ...(known ?? leeds), ...change })
  })
  return all(readOdsFile(rows, 'trust'))
}

const run = (rows: OdsLine[], options: Partial<ImportOptions> = {}) => importOrganisations(registrar, rows, { fileName: 'etr.csv', kind: 'trust', ...options })
const held = (odsCode: string) => reading(publicReader, async (tx) => {
  const record = await tx.organisation.findUnique({ where: { odsCode } })
  return record && organisationFrom(record)
})
const events = () => reading(registrar, (tx) => tx.auditEvent.findMany({ where: { type: 'directory.imported' }, orderBy: { position: 'asc' } }))

beforeAll(() => inTransaction(systemActor, loadOrganisations))
afterAll(disconnect)

let before = 0
beforeEach(async () => {
  before = (await events()).length
})
const newEvents = async () => (await events()).slice(before)

describe('an import of organisations', () => {
  test('of the file that the directory was made from changes nothing and records nothing', async () => {
    const rows = await all(readOdsFile(trusts.map(etrRow), 'trust'))
    expect(await run(rows)).toMatchObject({ new: 0, changed: 0, closed: 0, reopened: 0, unchanged: 274, rejected: [], written: true })
    expect(await newEvents()).toEqual([])
  })

  test('writes what is new, changed and closed, with one event', async () => {
    const rows = await file({ odsCode: 'Z1X2Y', name: 'New Example NHS Trust' }, { odsCode: 'RMC', name: 'Bolton and Beyond NHS Foundation Trust' }, { odsCode: 'RBK', closedOn: '2026-10-31' }, { odsCode: 'RR8' })
    expect(await run(rows)).toMatchObject({ new: 1, changed: 1, closed: 1, reopened: 0, unchanged: 1, written: true })
    expect(await held('Z1X2Y')).toMatchObject({ name: 'New Example NHS Trust', kind: 'trust', source: `Imported from etr.csv on ${dayInWords(today())}` })
    expect(await held('RMC')).toMatchObject({ name: 'Bolton and Beyond NHS Foundation Trust' })
    expect(await held('RBK')).toMatchObject({ name: 'Walsall Healthcare NHS Trust', closedOn: '2026-10-31' })
    const [event, ...more] = await newEvents()
    expect(more).toEqual([])
    expect(event).toMatchObject({ role: 'registrar', subjectKind: 'directory', subjectId: 'trust', isPublic: false })
    expect(event?.detail).toMatchObject({ file: 'etr.csv', new: 1, changed: 1, closed: 1, unchanged: 1, rejected: 0, changes: [{ odsCode: 'Z1X2Y', change: 'new' }, { odsCode: 'RMC', change: 'changed' }, { odsCode: 'RBK', change: 'closed' }] })
  })

  test('run dry says the same and writes nothing', async () => {
    const summary = await run(await file({ odsCode: 'Z2X2Y' }), { dryRun: true })
    expect(summary).toMatchObject({ new: 1, written: false })
    expect([await held('Z2X2Y'), await newEvents()]).toEqual([null, []])
  })

  test('changes nothing at all when one row is malformed', async () => {
    const summary = await run(await file({ odsCode: 'Z3X2Y' }, { odsCode: '?' }))
    expect(summary).toMatchObject({ new: 1, written: false, rejected: [{ row: 2, reason: '“?” is not an organisation code (3 to 10 capital letters and digits)' }] })
    expect([await held('Z3X2Y'), await newEvents()]).toEqual([null, []])
  })

  test('writes the sound rows when it may skip the bad', async () => {
    const summary = await run(await file({ odsCode: 'Z4X2Y' }, { odsCode: '?' }), { skipBad: true })
    expect(summary).toMatchObject({ new: 1, written: true, rejected: [{ row: 2 }] })
    expect(await held('Z4X2Y')).not.toBeNull()
    expect((await newEvents()).map(({ detail }) => detail)).toMatchObject([{ rejected: 1 }])
  })

  test('does not let a later CCG file rename a closed CCG to the sub-ICB location that kept its code', async () => {
    const northumberland = contentOf('00L')
    const cells = etrRow({ ...northumberland, name: 'NHS NORTH EAST AND NORTH CUMBRIA ICB - 00L', closedOn: null }).split('","')
    cells[13] = 'RO319'
    const rows = await all(readOdsFile([cells.join('","')], 'ccg'))
    expect(await importOrganisations(registrar, rows, { fileName: 'eccg.csv', kind: 'ccg' })).toMatchObject({ unchanged: 0, setAside: [{ row: 1, odsCode: '00L' }] })
    expect(await held('00L')).toEqual(northumberland)
  })

  test('by two at once gives one change and one event', async () => {
    const rows = await file({ odsCode: 'Z5X2Y' })
    const summaries = await Promise.all([run(rows), run(rows)])
    expect(summaries.map(({ new: fresh }) => fresh).sort()).toEqual([0, 1])
    expect(await newEvents()).toHaveLength(1)
  })

  test('is refused when no row can be read, when there is no row, and to whoever is not a registrar', async () => {
    await expect(run(await all(readOdsFile(['%PDF-1.7', 'x'], 'trust')), { skipBad: true })).rejects.toMatchObject({ kind: 'invalid', message: 'No row of the file could be read. Row 1: it has 1 column, not 27' })
    await expect(run([])).rejects.toMatchObject({ kind: 'invalid' })
    const rows = await file({ odsCode: 'Z6X2Y' })
    await expect(importOrganisations(publicReader, rows, { fileName: 'etr.csv', kind: 'trust' })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await held('Z6X2Y')).toBeNull()
  })
})
