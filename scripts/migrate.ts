import { Client } from 'pg'
import { migrationChecksums } from './migrations'
import { errorCode } from './project'
import { Stop } from './terminal'

/** Brings a database up to date. @returns the names of the migrations it applied */
export async function migrate(ownerUrl: string): Promise<string[]> {
  if (await isUpToDate(ownerUrl)) return []
  await ensureAppRole(ownerUrl)
  // The engine takes half a second to load, so only now.
  const { applyMigrations } = await import('./schema-engine')
  try {
    const applied = await applyMigrations(ownerUrl)
    await refuseEdited(ownerUrl)
    return applied
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(`The database could not be migrated: ${describe(error)}`)
  }
}

/** Whether the database's own record names every migration, as it is in its file today, and all ended well. */
async function isUpToDate(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string; checksum: string }>('SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL')
    const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
    const wanted = migrationChecksums()
    return applied.size === wanted.size && [...wanted].every(([name, checksum]) => applied.get(name) === checksum)
  } catch (error) {
    // No such table: nothing has been applied yet.
    if (errorCode(error) === '42P01') return false
    throw error
  } finally {
    await client.end()
  }
}

async function refuseEdited(ownerUrl: string): Promise<void> {
  const { editedMigrations } = await import('./schema-engine')
  const edited = await editedMigrations(ownerUrl)
  if (edited.length === 0) return
  throw new Stop(`These migrations were edited after this database had applied them: ${edited.join(', ')}. Put them back, or begin anew with: npm run db -- --reset`)
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
  return error instanceof Error ? error.message : JSON.stringify(error)
}
