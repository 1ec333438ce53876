import { describe, expect, test } from 'vitest'
import { kindFromFileName, type OdsLine, readOdsFile, readOdsLine } from './ods-file'

const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(',')

const leeds = {
  code: 'RR8', name: 'LEEDS TEACHING HOSPITALS NHS TRUST', region: 'Y63', geography: 'QWO', town: 'LEEDS', postcode: 'LS9 7TF',
  opened: '19980401', closed: '', subType: '', governmentRegion: 'D',
}

type Given = Partial<typeof leeds>

function cellsOf(given: Given = {}) {
  const { code, name, region, geography, town, postcode, opened, closed, subType, governmentRegion } = { ...leeds, ...given }
  const telephone = '0113 000 0000'
  return [code, name, region, geography, 'ST. JAMES\'S UNIVERSITY HOSPITAL', 'BECKETT STREET', '', town, '', postcode, opened, closed, '', subType, '', '', '', telephone, '', '', '', '1', '', governmentRegion, '', '', '']
}

const row = (given: Given = {}) => quoted(cellsOf(given))
const read = (line: string, kind: 'trust' | 'ccg' = 'trust') => readOdsLine(1, line, kind)
const reasonFor = (line: string, kind: 'trust' | 'ccg' = 'trust') => {
  const result = read(line, kind)
  return result.outcome === 'organisation' ? 'accepted' : result.reason
}

async function readAll(lines: string[], kind: 'trust' | 'ccg' = 'trust'): Promise<OdsLine[]> {
  const all: OdsLine[] = []
  for await (const line of readOdsFile(lines, kind)) all.push(line)
  return all
}

describe('a sound row', () => {
  test('gives the organisation, without its street and telephone number', () => {
    expect(read(row())).toEqual({
      row: 1, outcome: 'organisation', organisation: {
        odsCode: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', kind: 'trust', town: 'Leeds', postcode: 'LS9 7TF', regionCode: 'Y63',
        region: 'North East and Yorkshire', parentCode: 'QWO', openedOn: '1998-04-01', closedOn: null, foundationTrust: false,
      },
    })
  })

  test.each([['G6V2S'], ['K0N6A'], ['00L'], ['99A'], ['A3A8R']])('may have the code %s', (code) => {
    expect(read(row({ code }))).toMatchObject({ outcome: 'organisation', organisation: { odsCode: code } })
  })

  test('may have a comma in its name', () => {
    const name = 'THE QUEEN ELIZABETH HOSPITAL, KING\'S LYNN, NHS FOUNDATION TRUST'
    expect(read(row({ name }))).toMatchObject({ organisation: { name: 'The Queen Elizabeth Hospital, King\'s Lynn, NHS Foundation Trust', foundationTrust: true } })
  })

  test('may lack a region: with the government region W it is in Wales', () => {
    expect(read(row({ region: '', geography: '', governmentRegion: 'W' }))).toMatchObject({ organisation: { regionCode: null, region: 'Wales', parentCode: null } })
  })

  test('keeps a region code of other years without giving it today’s name', () => {
    expect(read(row({ region: 'Y54' }))).toMatchObject({ organisation: { regionCode: 'Y54', region: null } })
  })

  test('may come without quotation marks', () => {
    expect(read(cellsOf().join(','))).toMatchObject({ outcome: 'organisation' })
  })
})

describe('a malformed row is rejected because', () => {
  test.each([
    ['it is short', quoted(cellsOf().slice(0, 26)), 'it has 26 columns, not 27'],
    ['it is long', quoted([...cellsOf(), '']), 'it has 28 columns, not 27'],
    ['it is one word', 'hello', 'it has 1 column, not 27'],
    ['a quotation mark is not closed', row().slice(0, -1), 'it is not a row of comma-separated values: a quotation mark is out of place'],
    ['a quotation mark stands inside a cell', row({ name: 'LEEDS "T" NHS TRUST' }), 'it is not a row of comma-separated values: a quotation mark is out of place'],
    ['it has no code', row({ code: '' }), 'the organisation code is empty'],
    ['its code is too short', row({ code: 'R0' }), '“R0” is not an organisation code (3 to 10 capital letters and digits)'],
    ['its code is in small letters', row({ code: 'rr8' }), '“rr8” is not an organisation code (3 to 10 capital letters and digits)'],
    ['it is a heading', row({ code: 'Organisation Code', opened: '19980401' }), 'this is a heading row, which an ODS organisation file does not have'],
    ['it has no name', row({ name: '  ' }), 'the name is empty'],
    ['it has no opening date', row({ opened: '' }), 'the opening date is missing'],
    ['its opening date is no day', row({ opened: '20230231' }), 'the opening date 20230231 is not a day in the calendar'],
    ['its opening date is written otherwise', row({ opened: '01/04/1998' }), 'the opening date “01/04/1998” is not written as YYYYMMDD'],
    ['its year is impossible', row({ opened: '02021231' }), 'the opening date 02021231 has the year 0202, which is not possible'],
    ['its closing year is impossible', row({ closed: '99991231' }), 'the closing date 99991231 has the year 9999, which is not possible'],
    ['it closes before it opens', row({ opened: '20130401', closed: '20120331' }), 'it closes on 31 March 2012, before it opens on 1 April 2013'],
    ['a character could not be read', row({ name: 'CAF\ufffd NHS TRUST' }), 'a character could not be read; the file must be UTF-8 text'],
  ])('%s', (_, line, reason) => {
    expect(reasonFor(line)).toBe(reason)
  })

  test('of several things, all of which are said', () => {
    expect(reasonFor(row({ code: '?', name: '', opened: 'soon' }))).toBe('“?” is not an organisation code (3 to 10 capital letters and digits); the name is empty; the opening date “soon” is not written as YYYYMMDD')
  })
})

describe('the CCG file', () => {
  test.each([[''], ['C'], ['RO98']])('holds CCGs under the sub-type "%s"', (subType) => {
    expect(read(row({ code: '00C', subType }), 'ccg')).toMatchObject({ outcome: 'organisation', organisation: { kind: 'ccg', foundationTrust: null } })
  })

  test.each([
    ['RO319', 'a sub-ICB location, which kept the code of a CCG that closed on 30 June 2022'],
    ['RO319|RO326', 'a sub-ICB location, which kept the code of a CCG that closed on 30 June 2022'],
    ['RO218', 'a commissioning hub, not a CCG'],
    ['RO327', 'a sub-ICB reporting entity, not a CCG'],
    ['RO999', 'of sub-type RO999, which is not a CCG'],
  ])('sets aside what is no CCG: %s', (subType, reason) => {
    expect(read(row({ code: '00L', subType }), 'ccg')).toEqual({ row: 1, outcome: 'set-aside', odsCode: '00L', reason })
  })
})

test('a row of the CCG file is no trust', () => {
  expect(reasonFor(row({ code: '15L', subType: 'RO218' }))).toBe('it belongs in the CCG file: a commissioning hub, not a CCG')
})

describe('a file', () => {
  test('is read row by row: one bad row spoils no other', async () => {
    const lines = await readAll([row({ code: 'RAA' }), row({ code: 'RBB' }).slice(0, -1), row({ code: 'RCC' }), 'x', row({ code: 'RDD' })])
    expect(lines.map((line) => `${line.row} ${line.outcome}`)).toEqual(['1 organisation', '2 rejected', '3 organisation', '4 rejected', '5 organisation'])
  })

  test('may not name a code twice; the later row is rejected', async () => {
    const lines = await readAll([row({ code: 'RAA' }), row({ code: 'RBB' }), row({ code: 'RAA', name: 'ANOTHER NHS TRUST' })])
    expect(lines[2]).toEqual({ row: 3, outcome: 'rejected', reason: 'the code RAA is already on row 1' })
  })

  test('may begin with a byte order mark and have empty lines, which keep their place in the count', async () => {
    const lines = await readAll([`\ufeff${row({ code: 'RAA' })}`, '', row({ code: 'R' }), '  '])
    expect(lines.map((line) => `${line.row} ${line.outcome}`)).toEqual(['1 organisation', '3 rejected'])
  })

  test.each([
    ['etr.csv', 'trust'], ['ETR.CSV', 'trust'], ['/tmp/downloads/etr (1).csv', 'trust'], ['etr-2026-07.csv', 'trust'],
    ['eccg.csv', 'ccg'], ['C:\\ods\\eccg.csv', 'ccg'], ['ets.csv', null], ['etrs.csv', null], ['eccgsite.csv', null], ['etr/organisations.csv', null],
  ])('named %s holds: %s', (name, kind) => {
    expect(kindFromFileName(name)).toBe(kind)
  })
})
