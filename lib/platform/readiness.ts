import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { appliedMigrations } from './db'

/** Whether the program can serve: the database answers, and has every migration that this program was built with. */
export async function readiness(): Promise<{ ready: boolean; reason?: string }> {
  const applied = await appliedMigrations()
  if (applied === null) return { ready: false, reason: 'the database does not answer' }
  const folder = await readdir(join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations'), { withFileTypes: true })
  const missing = folder.filter((entry) => entry.isDirectory() && !applied.has(entry.name))
  return missing.length === 0 ? { ready: true } : { ready: false, reason: `${missing.length} migrations are not applied; run: npm run migrate` }
}
