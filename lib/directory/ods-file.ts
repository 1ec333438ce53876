import { parse } from 'csv-parse/sync'
import { type Day, dayInWords, isDay } from '@/lib/platform/day'
import { odsCodePattern, type Organisation, type OrganisationKind, regionNames, wales } from './directory'
import { nameInTitleCase } from './name-case'

/** An organisation as an ODS file gives it. */
export type OdsOrganisation = Omit<Organisation, 'nameNote' | 'source'>

/** What became of one row. `row` is the line of the file, counted from 1. */
export type OdsLine =
  | { row: number; outcome: 'organisation'; organisation: OdsOrganisation }
  | { row: number; outcome: 'set-aside'; odsCode: string; reason: string }
  | { row: number; outcome: 'rejected'; reason: string }

/** Every ODS organisation file has 27 columns and no heading row. */
const odsColumns = 27

// Places of the columns that the directory keeps, counted from 0. Street lines and telephone numbers are left behind.
const place = { code: 0, name: 1, region: 2, geography: 3, town: 7, postcode: 9, opened: 10, closed: 11, subType: 13, governmentRegion: 23 } as const

const longestLine = 4000

/** Sub-types found in the CCG file under codes that are not CCGs, or no longer. One cell may hold several, parted by '|'. */
const notCcgs: Readonly<Record<string, string>> = {
  RO319: 'a sub-ICB location, which kept the code of a CCG that closed on 30 June 2022',
  RO218: 'a commissioning hub, not a CCG',
  RO327: 'a sub-ICB reporting entity, not a CCG',
}

const ccgSubTypes = ['', 'C', 'RO98']

type Cells = readonly string[]

const cell = (cells: Cells, column: keyof typeof place) => (cells[place[column]] ?? '').trim()

function toDay(digits: string): Day {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

function dateFault(name: string, digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return `the ${name} date “${digits}” is not written as YYYYMMDD`
  const year = Number(digits.slice(0, 4))
  if (year < 1900 || year > 2100) return `the ${name} date ${digits} has the year ${digits.slice(0, 4)}, which is not possible`
  return isDay(toDay(digits)) ? null : `the ${name} date ${digits} is not a day in the calendar`
}

function openedFault(cells: Cells): string | null {
  const opened = cell(cells, 'opened')
  return opened === '' ? 'the opening date is missing' : dateFault('opening', opened)
}

function closedFault(cells: Cells): string | null {
  const closed = cell(cells, 'closed')
  if (closed === '') return null
  const fault = dateFault('closing', closed)
  if (fault !== null || openedFault(cells) !== null) return fault
  const openedOn = toDay(cell(cells, 'opened'))
  const closedOn = toDay(closed)
  return closedOn < openedOn ? `it closes on ${dayInWords(closedOn)}, before it opens on ${dayInWords(openedOn)}` : null
}

function codeFault(cells: Cells): string | null {
  const code = cell(cells, 'code')
  if (odsCodePattern.test(code)) return null
  if (/code/i.test(code)) return 'this is a heading row, which an ODS organisation file does not have'
  return code === '' ? 'the organisation code is empty' : `“${code}” is not an organisation code (3 to 10 capital letters and digits)`
}

function nameFault(cells: Cells): string | null {
  return cell(cells, 'name') === '' ? 'the name is empty' : null
}

function characterFault(cells: Cells): string | null {
  const unreadable = cells.some((text) => /\p{Cc}|\ufffd/u.test(text))
  return unreadable ? 'a character could not be read; the file must be UTF-8 text' : null
}

const faultsInOrder = [characterFault, codeFault, nameFault, openedFault, closedFault]

const orNull = (text: string) => (text === '' ? null : text)

function regionOf(cells: Cells): string | null {
  if (cell(cells, 'governmentRegion') === 'W') return wales
  return regionNames[cell(cells, 'region')] ?? null
}

function asOrganisation(cells: Cells, kind: OrganisationKind): OdsOrganisation {
  const name = cell(cells, 'name')
  const closed = orNull(cell(cells, 'closed'))
  return {
    odsCode: cell(cells, 'code'),
    name: nameInTitleCase(name),
    kind,
    town: orNull(nameInTitleCase(cell(cells, 'town'))),
    postcode: orNull(cell(cells, 'postcode')),
    regionCode: orNull(cell(cells, 'region')),
    region: regionOf(cells),
    parentCode: orNull(cell(cells, 'geography')),
    openedOn: toDay(cell(cells, 'opened')),
    closedOn: closed && toDay(closed),
    foundationTrust: kind === 'trust' ? /\bNHS FOUNDATION TRUST\b/i.test(name) : null,
  }
}

const knownNotCcg = (subTypes: readonly string[]) => subTypes.map((subType) => notCcgs[subType]).find((reason) => reason !== undefined)

function whyNotCcg(subTypes: readonly string[]): string | null {
  const known = knownNotCcg(subTypes)
  if (known) return known
  return subTypes.some((subType) => ccgSubTypes.includes(subType)) ? null : `of sub-type ${subTypes.join('|')}, which is not a CCG`
}

function soundRow(row: number, cells: Cells, kind: OrganisationKind): OdsLine {
  const subTypes = cell(cells, 'subType').split('|')
  const stranger = kind === 'trust' ? knownNotCcg(subTypes) : undefined
  if (stranger) return { row, outcome: 'rejected', reason: `it belongs in the CCG file: ${stranger}` }
  const setAside = kind === 'ccg' ? whyNotCcg(subTypes) : null
  if (setAside !== null) return { row, outcome: 'set-aside', odsCode: cell(cells, 'code'), reason: setAside }
  return { row, outcome: 'organisation', organisation: asOrganisation(cells, kind) }
}

function cellsOf(line: string): Cells | null {
  try {
    const records: string[][] = parse(line, { relax_column_count: true, max_record_size: longestLine })
    return records[0] ?? []
  } catch {
    return null
  }
}

/**
 * Reads one line of an ODS organisation file. In these files a record never runs over several lines, so a quotation
 * mark that is not closed spoils its own row and no other.
 */
export function readOdsLine(row: number, line: string, kind: OrganisationKind): OdsLine {
  const rejected = (reason: string): OdsLine => ({ row, outcome: 'rejected', reason })
  const cells = cellsOf(line)
  if (cells === null) return rejected('it is not a row of comma-separated values: a quotation mark is out of place')
  if (cells.length !== odsColumns) return rejected(`it has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'}, not ${odsColumns}`)
  const faults = faultsInOrder.map((fault) => fault(cells)).filter((fault) => fault !== null)
  if (faults.length > 0) return rejected(faults.join('; '))
  return soundRow(row, cells, kind)
}

const codeOf = (line: OdsLine) => {
  if (line.outcome === 'organisation') return line.organisation.odsCode
  return line.outcome === 'set-aside' ? line.odsCode : null
}

/** Reads an ODS organisation file line by line, holding only the codes already seen. Empty lines are passed over. */
export async function* readOdsFile(lines: AsyncIterable<string> | Iterable<string>, kind: OrganisationKind): AsyncGenerator<OdsLine> {
  const rowOfCode = new Map<string, number>()
  let row = 0
  for await (const text of lines) {
    row++
    const line = row === 1 ? text.replace(/^\ufeff/, '') : text
    if (line.trim() === '') continue
    const read = readOdsLine(row, line, kind)
    const code = codeOf(read)
    const earlier = code === null ? undefined : rowOfCode.get(code)
    if (earlier !== undefined) {
      yield { row, outcome: 'rejected', reason: `the code ${code} is already on row ${earlier}` }
      continue
    }
    if (code !== null) rowOfCode.set(code, row)
    yield read
  }
}

/** The kind of organisation that an ODS file holds, by its usual name: etr.csv or eccg.csv. Null when the name does not say. */
export function kindFromFileName(fileName: string): OrganisationKind | null {
  const name = fileName.toLowerCase().split(/[\\/]/).at(-1) ?? ''
  if (/^etr(?![a-z])/.test(name)) return 'trust'
  return /^eccg(?![a-z])/.test(name) ? 'ccg' : null
}
