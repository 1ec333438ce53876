import { describe, expect, test } from 'vitest'
import type { Organisation } from './directory'
import { planImport } from './import-plan'
import type { OdsLine, OdsOrganisation } from './ods-file'

const leedsInFile: OdsOrganisation = {
  odsCode: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', kind: 'trust', town: 'Leeds', postcode: 'LS9 7TF', regionCode: 'Y63',
  region: 'North East and Yorkshire', parentCode: 'QWO', openedOn: '1998-04-01', closedOn: null, foundationTrust: false,
}
const leeds: Organisation = { ...leedsInFile, nameNote: null, source: 'ODS, July 2026' }

const file = { name: 'etr.csv', importedOn: '2026-11-22' }
const directory = (...held: Organisation[]) => new Map(held.map((organisation) => [organisation.odsCode, organisation]))

function line(change: Partial<OdsOrganisation> = {}): OdsLine {
  return { row: 7, outcome: 'organisation', organisation: { ...leedsInFile, ...change } }
}

const summaryOf = (held: Organisation[], ...lines: OdsLine[]) => planImport(directory(...held), lines, file).summary

describe('an import', () => {
  test('counts as unchanged what differs only in capitals', () => {
    const plan = planImport(directory(leeds), [line({ name: 'LEEDS TEACHING HOSPITALS NHS TRUST', town: 'LEEDS' })], file)
    expect(plan.summary).toMatchObject({ new: 0, changed: 0, closed: 0, reopened: 0, unchanged: 1, changes: [] })
    expect(plan.writes).toEqual([])
  })

  test.each([
    ['new', [], {}],
    ['changed', [leeds], { name: 'Leeds Hospitals NHS Trust' }],
    ['changed', [leeds], { parentCode: null }],
    ['changed', [leeds], { openedOn: '1999-04-01' }],
    ['closed', [leeds], { closedOn: '2026-10-31' }],
    ['reopened', [{ ...leeds, closedOn: '2026-10-31' }], {}],
    ['changed', [{ ...leeds, closedOn: '2026-10-31' }], { closedOn: '2026-11-30' }],
  ] as const)('calls it %s (%#)', (change, held, given) => {
    const summary = summaryOf([...held], line(given))
    expect(summary[change]).toBe(1)
    expect(summary.changes).toMatchObject([{ odsCode: 'RR8', change }])
  })

  test('keeps how a name was written when another field changes, and says where the row came from', () => {
    const { writes } = planImport(directory({ ...leeds, nameNote: 'a doubt' }), [line({ name: 'LEEDS TEACHING HOSPITALS NHS TRUST', postcode: 'LS1 1AA' })], file)
    expect(writes).toEqual([{ ...leeds, nameNote: 'a doubt', postcode: 'LS1 1AA', source: 'Imported from etr.csv on 22 November 2026' }])
  })

  test('drops the doubt about a name when the file gives another', () => {
    const { writes } = planImport(directory({ ...leeds, nameNote: 'a doubt' }), [line({ name: 'Leeds NHS Trust' })], file)
    expect(writes[0]?.nameNote).toBeNull()
  })

  test('rejects a row for an organisation of another kind', () => {
    expect(summaryOf([leeds], line({ kind: 'ccg' })).rejected).toEqual([
      { row: 7, reason: 'RR8 is in the directory as: NHS trust, not as: Clinical commissioning group' },
    ])
  })

  test('leaves alone what the file does not name', () => {
    expect(planImport(directory(leeds, { ...leeds, odsCode: 'RAA' }), [line()], file).writes).toEqual([])
  })

  test('counts every row once', () => {
    const summary = summaryOf([leeds], line(), line({ odsCode: 'RAA' }), { row: 3, outcome: 'rejected', reason: 'bad' }, { row: 4, outcome: 'set-aside', odsCode: '00L', reason: 'a hub' })
    const { new: fresh, changed, closed, reopened, unchanged, setAside, rejected } = summary
    expect([fresh, changed, closed, reopened, unchanged, setAside.length, rejected.length]).toEqual([1, 0, 0, 0, 1, 1, 1])
  })
})
