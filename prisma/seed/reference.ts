import { recordEvent, systemActor } from '@/lib/audit/record-event'
import { rebuildCatalogue } from '@/lib/catalogue/project-entry'
import { loadOrganisations } from '@/lib/directory/load-content'
import { inTransaction } from '@/lib/platform/db'
import { loadCapabilities } from '@/lib/registry/load-capabilities'
import { loadStandards } from '@/lib/standards/load-content'

const total = (...counts: number[]) => counts.reduce((sum, count) => sum + count, 0)

async function bringOrganisations(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const { new: fresh, changed, successions } = await loadOrganisations(tx)
    const differing = total(fresh, changed, successions.new, successions.changed, successions.removed)
    if (differing > 0) await recordEvent(tx, systemActor, { type: 'directory.loaded', subjectKind: 'directory', subjectId: 'content', detail: { new: fresh, changed, successions } })
    return differing
  })
}

async function bringCapabilities(): Promise<number> {
  return inTransaction(systemActor, async (tx) => {
    const { new: fresh, changed } = await loadCapabilities(tx)
    if (fresh + changed > 0) await recordEvent(tx, systemActor, { type: 'capabilities.loaded', subjectKind: 'capabilities', subjectId: 'content', detail: { new: fresh, changed } })
    return fresh + changed
  })
}

/** Brings standards, organisations and capabilities in line with the content files. @returns how many rows were new or different */
export async function loadReference(): Promise<number> {
  const { standards, versions } = await loadStandards()
  const organisations = await bringOrganisations()
  const capabilities = await bringCapabilities()
  // What products are held to follows from the standards; what they are found by, from the capabilities.
  if (versions.published + standards.changed + capabilities > 0) await rebuildCatalogue()
  return total(standards.new, standards.changed, versions.published, organisations, capabilities)
}
