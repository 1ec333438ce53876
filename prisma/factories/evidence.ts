import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { receiveFile, receiveLink, type Received } from '@/lib/evidence/commands'
import type { Visibility } from '@/lib/evidence/evidence'
import { storeFile } from '@/lib/evidence/file-store'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'

/*
 * Evidence as a supplier uploads it, through the real store.
 *   anEvidenceFile(supplier, { itemName, fileName, content, visibility, collectedOn, expiresOn })   { itemId, revisionId }
 *   anEvidenceLink(supplier, { itemName, url, … })                                                  { itemId, revisionId }
 */

type Shown = { itemName?: string; visibility?: Visibility; collectedOn?: Day; expiresOn?: Day | null }

const form = ({ itemName = 'Certificate', visibility = 'assessors', collectedOn = today(), expiresOn = null }: Shown) => ({ formKey: randomUUID(), itemName, visibility, collectedOn, expiresOn })

export async function anEvidenceFile(supplier: Member, { fileName = 'evidence.txt', content = 'Seen and in date.\n', ...shown }: Shown & { fileName?: string; content?: string | Buffer } = {}): Promise<Received> {
  const file = await storeFile(Readable.from([Buffer.from(content)]), fileName)
  return receiveFile(supplier, form(shown), file)
}

export async function anEvidenceLink(supplier: Member, { url = 'https://evidence.example/', ...shown }: Shown & { url?: string } = {}): Promise<Received> {
  return receiveLink(supplier, { ...form(shown), url })
}
