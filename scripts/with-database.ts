import { randomUUID } from 'node:crypto'
import { disconnect } from '../lib/platform/db'
import { startEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'

/** Works on the database that DATABASE_URL names, or else on this clone's own. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  // The settings are checked as a whole; this one is for sessions, and a script has none.
  process.env.NEXTAUTH_SECRET ??= `${randomUUID()}${randomUUID()}`
  if (process.env.DATABASE_URL) return work().finally(disconnect)
  const database = await startEmbeddedPostgres()
  try {
    await migrate(database.ownerUrl)
    process.env.DATABASE_URL = database.appUrl
    return await work()
  } finally {
    await disconnect()
    await database.stop()
  }
}
