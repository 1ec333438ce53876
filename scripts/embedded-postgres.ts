import { rmSync } from 'node:fs'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { Leases, withLock } from './locks'
import { prepareDataDir } from './project'
import { checkVersion, type Home, postgresHome } from './postgres/home'
import { answers, createCluster, startServer, stopServer } from './postgres/server'
import { Stop } from './terminal'

/** Two logins for one database: its owner, who migrates it, and the program's, who may do less. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string }

export type EmbeddedPostgres = DatabaseUrls & {
  /** The addresses of another database in the same server. */
  urlsOf: (database: string) => DatabaseUrls
  /** Stops the server, unless another command of this clone still uses it. */
  stop: () => Promise<void>
}

export const mainDatabase = 'touchstone'
/** The login that owns every database and runs migrations. */
export const ownerLogin = 'touchstone_owner'
/** What the program signs in as; it may do what `appRole` was granted and no more. */
const appLogin = 'touchstone_login'
/** A role without login. Migrations grant to it. */
const appRole = 'touchstone_app'

const leases = new Leases('postgres-users')
const lock = <T>(work: () => Promise<T>) => withLock('postgres', 120_000, work)

/**
 * Starts the clone's own PostgreSQL, or joins it when another command has started it, and when a
 * killed command has left it running.
 */
export async function startEmbeddedPostgres(): Promise<EmbeddedPostgres> {
  prepareDataDir()
  return lock(async () => {
    const home = postgresHome()
    await start(home)
    leases.take()
    const urlsOf = (database: string) => ({ ownerUrl: url(home, ownerLogin, database), appUrl: url(home, appLogin, database) })
    return { ...urlsOf(mainDatabase), urlsOf, stop: () => lock(async () => leave(home)) }
  })
}

async function start(home: Home): Promise<void> {
  if (!(await answers(home))) {
    leases.clear()
    checkVersion(home)
    createCluster(home)
    await startServer(home)
  }
  await createLogins(home)
}

function leave(home: Home): void {
  if (leases.leave()) stopServer(home)
}

/** Deletes the server's data, if there are any. @throws Stop while another command uses them */
export async function deleteEmbeddedPostgres(): Promise<void> {
  prepareDataDir()
  await lock(async () => {
    if (leases.count() > 0) throw new Stop('Another command of this clone uses the database (npm run demo, npm run db or tests). Stop it first.')
    const home = postgresHome()
    stopServer(home)
    leases.clear()
    rmSync(home.state.dataDir, { recursive: true, force: true })
  })
}

async function createLogins(home: Home): Promise<void> {
  const { owner, app } = home.state.passwords
  const admin = new Client({ connectionString: url(home, 'postgres', 'postgres') })
  await admin.connect()
  try {
    await admin.query(ensureRole(appRole, 'NOLOGIN'))
    // CREATEDB: the owner makes the databases of the tests, and the empty one that migrations are compared with.
    await admin.query(ensureRole(ownerLogin, `LOGIN CREATEDB PASSWORD ${escapeLiteral(owner)}`))
    await admin.query(ensureRole(appLogin, `LOGIN PASSWORD ${escapeLiteral(app)}`))
    await admin.query(`GRANT ${appRole} TO ${appLogin}`)
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [mainDatabase])
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${escapeIdentifier(mainDatabase)} OWNER ${ownerLogin}`)
  } finally {
    await admin.end()
  }
}

function ensureRole(name: string, attributes: string): string {
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF;
    ALTER ROLE ${name} WITH ${attributes};
  END $$`
}

function url({ state }: Home, login: 'postgres' | typeof ownerLogin | typeof appLogin, database: string): string {
  const { admin, owner, app } = state.passwords
  const password = { postgres: admin, [ownerLogin]: owner, [appLogin]: app }[login]
  return `postgresql://${login}:${password}@127.0.0.1:${state.port}/${database}`
}
