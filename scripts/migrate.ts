import { Client } from 'pg'
import { errorCode } from './project'
import { applyMigrations, editedMigrations } from './schema-engine'
import { Stop } from './terminal'

/** Brings a database up to date. @returns the names of the migrations it applied */
export async function migrate(ownerUrl: string): Promise<string[]> {
  await ensureAppRole(ownerUrl)
  try {
    const applied = await applyMigrations(ownerUrl)
    await refuseEdited(ownerUrl)
    return applied
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(`The database could not be migrated: ${describe(error)}`)
  }
}

async function refuseEdited(ownerUrl: string): Promise<void> {
  const edited = await editedMigrations(ownerUrl)
  if (edited.length === 0) return
  throw new Stop(`These migrations were edited after this database had applied them: ${edited.join(', ')}. Put them back, or begin anew with: npm run demo -- --reset`)
}

/** Migrations grant to this role, which belongs to the whole server and not to one database. */
async function ensureAppRole(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'touchstone_app'`)
    if (rowCount === 0) await client.query('CREATE ROLE touchstone_app NOLOGIN')
  } catch (error) {
    if (errorCode(error) !== '42501') throw error
    throw new Stop('The database has no role touchstone_app, and this login may not create it. As an administrator run: CREATE ROLE touchstone_app NOLOGIN')
  } finally {
    await client.end()
  }
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message
  return typeof error === 'object' ? JSON.stringify(error) : String(error)
}
