import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { systemActor } from '../lib/audit/record-event'
import { importOrganisations, type ImportOptions } from '../lib/directory/commands'
import { kindNames, type OrganisationKind } from '../lib/directory/directory'
import type { ImportSummary } from '../lib/directory/import-plan'
import { kindFromFileName, type OdsLine, readOdsFile } from '../lib/directory/ods-file'
import { DomainError } from '../lib/platform/domain-error'
import { errorCode } from './project'
import { runScript, say, Stop } from './terminal'
import { withDatabase } from './with-database'

const usage = `Loads an ODS organisation file (27 columns, no heading row) into the directory.

  npm run import:ods -- FILE.csv [--dry-run] [--skip-bad] [--kind trust|ccg]

  --dry-run    say what would change, and change nothing
  --skip-bad   load the sound rows even though others are rejected
  --kind       what the file holds, when its name is not etr.csv or eccg.csv`

function kindOf(given: string | undefined, file: string): OrganisationKind {
  const kind = kindFromFileName(file)
  if (given === 'trust' || given === 'ccg') {
    if (kind !== null && kind !== given) throw new Stop(`By its name ${basename(file)} holds ${kindNames[kind].many}, and --kind says ${given}. Leave --kind out, or rename the file.`)
    return given
  }
  if (given !== undefined) throw new Stop(`--kind must be trust or ccg, not ${given}.`)
  if (kind === null) throw new Stop(`The name ${basename(file)} does not say what the file holds. Add --kind trust or --kind ccg.`)
  return kind
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, 'skip-bad': { type: 'boolean' }, kind: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    return { values, positionals }
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message.split('.')[0] : 'The arguments could not be read'}.\n\n${usage}`)
  }
}

async function openFile(path: string) {
  try {
    const file = await open(path)
    const stats = await file.stat()
    if (stats.isFile()) return { file, size: stats.size }
    await file.close()
  } catch (error) {
    const code = errorCode(error)
    throw new Stop(code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be opened (${code}).`)
  }
  throw new Stop(`${path} is not a file.`)
}

/** The largest of these files is not a hundredth of this; whatever is larger is something else. */
const largestFileBytes = 20_000_000

async function refuseWhatIsNotCsv(path: string, file: Awaited<ReturnType<typeof open>>, size: number) {
  if (size === 0) throw new Stop(`The file ${path} is empty.`)
  if (size > largestFileBytes) throw new Stop(`${path} is too large to be a file of trusts or CCGs (${Math.round(size / 1_000_000)} MB).`)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
  const start = buffer.subarray(0, bytesRead)
  if (start.subarray(0, 2).toString('latin1') === 'PK') throw new Stop(`${path} is a zip archive or a spreadsheet. Unpack it, and give the .csv file that is inside.`)
  if (start.includes(0)) throw new Stop(`${path} is not a CSV file: it holds bytes that are not text.`)
}

function progress(row: number) {
  if (process.stderr.isTTY) process.stderr.write(`\rReading row ${row.toLocaleString('en-GB')} …`)
}

async function readLines(path: string, kind: OrganisationKind): Promise<OdsLine[]> {
  const { file, size } = await openFile(path)
  try {
    await refuseWhatIsNotCsv(path, file, size)
    const lines: OdsLine[] = []
    for await (const line of readOdsFile(file.readLines({ encoding: 'utf8', start: 0 }), kind)) {
      lines.push(line)
      if (lines.length % 100 === 0) progress(line.row)
    }
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    say(`Read ${lines.length.toLocaleString('en-GB')} rows of ${basename(path)} as ${kindNames[kind].many}.`)
    return lines
  } finally {
    await file.close()
  }
}

const shownAtMost = 50

function list(title: string, rows: string[]) {
  if (rows.length === 0) return
  say(`\n${title}`)
  rows.slice(0, shownAtMost).forEach((row) => say(`  ${row}`))
  if (rows.length > shownAtMost) say(`  … and ${rows.length - shownAtMost} more`)
}

function setAsideByReason({ setAside }: ImportSummary): string[] {
  const counts = new Map<string, number>()
  for (const { reason } of setAside) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => `${count} × ${reason}`)
}

function outcome(summary: ImportSummary, dryRun: boolean): string {
  if (dryRun) return 'Dry run: nothing was written.'
  if (!summary.written) return 'Nothing was written, because of the rejected rows. Mend the file, or add --skip-bad to load the others.'
  return summary.changes.length === 0 ? 'The directory was up to date already.' : 'The directory is up to date.'
}

function report(summary: ImportSummary, dryRun: boolean) {
  list(summary.written ? 'Changes' : 'Changes it would make', summary.changes.map(({ odsCode, name, change }) => `${odsCode.padEnd(5)} ${change.padEnd(8)} ${name}`))
  list('Set aside', setAsideByReason(summary))
  list('Rejected', summary.rejected.map(({ row, reason }) => `row ${row}: ${reason}`))
  const { new: fresh, changed, closed, reopened, unchanged, setAside, rejected } = summary
  say(`\nNew ${fresh} · changed ${changed} · closed ${closed} · reopened ${reopened} · unchanged ${unchanged} · set aside ${setAside.length} · rejected ${rejected.length}`)
  if (reopened > 0) say('Some organisations that were closed have no closing date in this file: is it older than the last one?')
  say(outcome(summary, dryRun))
}

async function importRows(rows: OdsLine[], options: ImportOptions): Promise<ImportSummary> {
  try {
    return await withDatabase(() => importOrganisations(systemActor, rows, options))
  } catch (error) {
    if (error instanceof DomainError) throw new Stop(`${error.message}. Nothing was written.`)
    const code = errorCode(error)
    if (code === 'P2021') throw new Stop('The database has no tables yet. Start the program once, or migrate it, and run this again.')
    if (/^P1\d{3}$/.test(code)) throw new Stop(`The database cannot be used (${error instanceof Error ? error.message : code}). Check DATABASE_URL.`)
    throw error
  }
}

await runScript(async () => {
  const { values, positionals } = readArguments()
  if (values.help) return say(usage)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new Stop(`Give one file.\n\n${usage}`)
  const kind = kindOf(values.kind, path)
  const rows = await readLines(path, kind)
  const options = { fileName: basename(path), kind, dryRun: values['dry-run'] ?? false, skipBad: values['skip-bad'] ?? false }
  const summary = await importRows(rows, options)
  report(summary, options.dryRun)
  if (summary.rejected.length > 0 && !options.skipBad) process.exitCode = 1
})
