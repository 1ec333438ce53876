import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureAppLogin } from './app-login'
import { buildIfChanged, buildUsers } from './build'
import { type Program, runTypeScript, serveProgram } from './children'
import { type DatabaseUrls, deleteEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres'
import { generateClient } from './generate'
import { migrate } from './migrate'
import { checkDatabase, preflight, wishedPort } from './preflight'
import { pause, waitFor } from './processes'
import { dataDir, readIfThere, writeWhole } from './project'
import { catchSignals, checkNotStopped, isStopping, untilStopped } from './signals'
import { runScript, say, secondsSince, Stop } from './terminal'

const filesDir = path.join(dataDir, 'files')

/** Everything that was started, latest first. */
const toStop: (() => Promise<void>)[] = []

await runScript(async () => {
  catchSignals()
  try {
    await demonstrate()
  } finally {
    for (const stop of toStop) await stop()
  }
})

async function demonstrate(): Promise<void> {
  const started = Date.now()
  const { reset } = options()
  const port = wishedPort()
  // Whoever can open the demonstration can sign in as anyone, so by default it is for this machine alone.
  const host = process.env.HOST ?? '127.0.0.1'
  await preflight(port, host)
  if (reset) await beginAnew()

  const urls = await database()
  await prepare(urls)
  const env = settings(port, urls)
  await load(env)
  await buildIfChanged(env)

  buildUsers.take()
  toStop.unshift(async () => void buildUsers.leave())
  const program = serveProgram(port, host, env, null)
  toStop.unshift(program.stop)
  await untilReady(program, host, port)
  announce(port, host, started)
  await Promise.race([untilStopped(), program.ended])
  // Ctrl-C reaches the program too, and it may be the first to end.
  await Promise.race([untilStopped(), pause(500)])
  if (!isStopping()) throw new Stop('The program ended by itself; the reason is above. Start it again with: npm run demo')
  say('Stopping.')
}

function options(): { reset: boolean } {
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
    return values
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}. The only option is --reset, which begins anew: npm run demo -- --reset`)
  }
}

async function beginAnew(): Promise<void> {
  if (process.env.DATABASE_URL) throw new Stop('--reset deletes only the embedded database. Empty the one in DATABASE_URL yourself, or leave DATABASE_URL out.')
  say('Deleting the database and the files of the last demonstration.')
  await deleteEmbeddedPostgres()
  rmSync(filesDir, { recursive: true, force: true })
}

async function database(): Promise<DatabaseUrls> {
  const appUrl = process.env.DATABASE_URL
  if (!appUrl) {
    say('Starting the database.')
    const embedded = await startEmbeddedPostgres()
    toStop.unshift(embedded.stop)
    checkNotStopped()
    return embedded
  }
  const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? appUrl
  await checkDatabase('DATABASE_URL', appUrl)
  if (ownerUrl !== appUrl) await checkDatabase('MIGRATION_DATABASE_URL', ownerUrl)
  say('Using the database that DATABASE_URL names.')
  return { ownerUrl, appUrl }
}

async function prepare({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> {
  const applied = await migrate(ownerUrl)
  say(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length} migrations.`)
  await ensureAppLogin(ownerUrl, appUrl)
  checkNotStopped()
  await generateClient()
}

function settings(port: number, { ownerUrl, appUrl }: DatabaseUrls): Record<string, string> {
  return {
    DEMONSTRATION: 'true',
    DATABASE_URL: appUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL ?? `http://localhost:${port}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? keptSecret(),
    FILES_DIR: process.env.FILES_DIR ?? filesDir,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The same from run to run, so that nobody is signed out by a restart. */
function keptSecret(): string {
  const file = path.join(dataDir, 'nextauth-secret')
  const kept = readIfThere(file)
  if (kept) return kept
  const secret = randomBytes(32).toString('hex')
  writeWhole(file, secret, 0o600)
  return secret
}

async function load(env: Record<string, string>): Promise<void> {
  const started = Date.now()
  say('Loading the reference data and the demonstration.')
  if ((await runTypeScript('prisma/seed/index.ts', [], env)) !== 0) throw new Stop('The demonstration could not be loaded; the reason is above. To begin anew: npm run demo -- --reset')
  say(`Loaded in ${secondsSince(started)}.`)
}

async function untilReady(program: Program, host: string, port: number): Promise<void> {
  const ready = await waitFor(60_000, async () => {
    checkNotStopped()
    if (program.hasEnded()) throw new Stop('The program ended while it was starting; the reason is above.')
    return isReady(host, port)
  })
  if (!ready) throw new Stop(`The program did not become ready within a minute. Ask it why: curl -i http://localhost:${port}/api/ready`)
}

async function isReady(host: string, port: number): Promise<true | null> {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const answer = await fetch(`http://${name}:${port}/api/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
  return answer?.ok ? true : null
}

function announce(port: number, host: string, started: number): void {
  const address = `http://localhost:${port}`
  say(`
Touchstone is ready, after ${secondsSince(started)}.

  The register             ${address}
  Sign in as anyone        ${address}/sign-in/people   lists the people and what each may do
  For other programs       ${address}/api/v1

Suppliers, products and people are fictitious. ${host === '127.0.0.1' ? 'Only this machine can open it; HOST=0.0.0.0 lets others in.' : `It listens on ${host}: whoever reaches it can sign in as anyone.`}
Ctrl-C stops it and keeps the data; npm run demo -- --reset begins anew.
`)
}
