import { recordEvent } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { type Asker, inTransaction } from '@/lib/platform/db'
import { DomainError } from '@/lib/platform/domain-error'
import type { OrganisationKind } from './directory'
import { type ImportSummary, planImport } from './import-plan'
import type { OdsLine } from './ods-file'
import { lockDirectory, organisationsByCode, saveOrganisations } from './organisation-table'
import { canImportOrganisations } from './policy'

export type ImportOptions = {
  /** The name that the organisations' source will give. */
  fileName: string
  kind: OrganisationKind
  /** Works everything out and writes nothing. */
  dryRun?: boolean
  /** Writes the sound rows even though others were rejected. */
  skipBad?: boolean
}

function eventDetail({ new: fresh, changed, closed, reopened, unchanged, setAside, rejected, changes }: ImportSummary, file: string) {
  return {
    file,
    new: fresh,
    changed,
    closed,
    reopened,
    unchanged,
    setAside: setAside.length,
    rejected: rejected.length,
    changes: changes.map(({ odsCode, change }) => ({ odsCode, change })),
  }
}

/** A file of which nothing can be read is not an ODS file, whatever may be skipped. */
function refuseUnreadable(rows: readonly OdsLine[]): void {
  const [first] = rows
  if (first === undefined) throw new DomainError('invalid', 'The file has no rows')
  if (first.outcome === 'rejected' && rows.every(({ outcome }) => outcome === 'rejected')) {
    throw new DomainError('invalid', `No row of the file could be read. Row ${first.row}: ${first.reason}`)
  }
}

/**
 * Brings the directory in line with an ODS file: all of it, or nothing when a row is rejected and `skipBad` is not given.
 * An import that changes nothing writes nothing, and records no event.
 *
 * @throws DomainError 'forbidden' if the actor may not import; 'invalid' if no row of the file could be read
 */
export async function importOrganisations(actor: Asker, rows: readonly OdsLine[], { fileName, kind, dryRun, skipBad }: ImportOptions): Promise<ImportSummary> {
  if (!canImportOrganisations(actor)) throw new DomainError('forbidden', 'Only a registrar can import organisations')
  refuseUnreadable(rows)
  return inTransaction(actor, async (tx) => {
    await lockDirectory(tx)
    const { writes, summary } = planImport(await organisationsByCode(tx), rows, { name: fileName, importedOn: today() })
    if (dryRun || (summary.rejected.length > 0 && !skipBad)) return summary
    if (writes.length > 0) {
      await saveOrganisations(tx, writes)
      await recordEvent(tx, actor, { type: 'directory.imported', subjectKind: 'directory', subjectId: kind, detail: eventDetail(summary, fileName) })
    }
    return { ...summary, written: true }
  })
}
