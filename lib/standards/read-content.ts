import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { standardContent } from './content-schema'
import type { Standard, StandardVersion } from './standards'

/** `contentHash` is the SHA-256, in hex, of the version's canonical JSON with the standard's id: what a decision pins. */
export type PublishableStandard = Omit<Standard, 'versions'> & { versions: (StandardVersion & { contentHash: string })[] }

/**
 * Reads and checks every content file, in order of id. Scripts run from the project's root.
 *
 * @throws Error naming the file and what is wrong in it; nothing is returned when any file is wrong
 */
export function readContent(folder = join(process.cwd(), 'lib', 'standards', 'content')): PublishableStandard[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json')).sort()
  return files.map((file) => readStandard(folder, file))
}

function readStandard(folder: string, file: string): PublishableStandard {
  const parsed = standardContent.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  const standard = parsed.data
  if (file !== `${standard.id.toLowerCase()}.json`) throw new Error(`${file}: holds ${standard.id}`)
  return { ...standard, versions: standard.versions.map((version) => ({ ...version, contentHash: contentHash(standard.id, version) })) }
}

/** The same content gives the same hash whatever the order of its keys. */
export function contentHash(standardId: string, version: StandardVersion): string {
  return createHash('sha256').update(canonicalJson({ standardId, ...version })).digest('hex')
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}
