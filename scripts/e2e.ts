import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from './browser'
import { buildIfChanged, buildUsers } from './build'
import { runNpmScript, runTypeScript, serveProgram } from './children'
import { recreateTestDatabase } from './databases'
import { type DatabaseUrls, type EmbeddedPostgres, mainDatabase, startEmbeddedPostgres } from './embedded-postgres'
import { freePort } from './postgres/server'
import { waitFor } from './processes'
import { dataDir } from './project'
import { clearResult, resultFile } from './results'
import { catchSignals, checkNotStopped } from './signals'
import { templateDatabase } from './template-databases'
import { runScript, say, secondsSince, Stop } from './terminal'

const workDir = path.join(dataDir, 'e2e')
const filesDir = path.join(workDir, 'files')
const logFile = path.join(workDir, 'program.log')
const host = '127.0.0.1'

/** Everything that was started, latest first. */
const toStop: (() => Promise<void>)[] = []

await runScript(async () => {
  catchSignals()
  clearResult('e2e')
  try {
    process.exitCode = await testInBrowser(process.argv.slice(2))
  } finally {
    for (const stop of toStop) await stop()
  }
})

/** @returns Playwright's exit status */
async function testInBrowser(given: string[]): Promise<number> {
  const browser = await findBrowser()
  if ((await runNpmScript('generate')) !== 0) throw new Stop('The database client could not be generated; the reason is above.')
  const postgres = await startEmbeddedPostgres()
  toStop.unshift(postgres.stop)
  const urls = await freshDatabase(postgres)
  const port = await freePort(0)
  const env = { ...settings(port, urls), ...provider(await freePort(0)) }
  await buildIfChanged(env)
  await serve(port, env)
  const playwright = { ...env, BASE_URL: `http://localhost:${port}`, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: resultFile('e2e') }
  // The tests make their data with the program's own commands, so they run as the server would.
  const status = await runTypeScript('node_modules/@playwright/test/cli.js', ['test', ...given], playwright)
  if (status !== 0) say(`What the program said meanwhile is in ${logFile}.`)
  return status
}

/** The demonstration as it is on its first day, database and files, whatever an earlier run did to it. */
async function freshDatabase(postgres: EmbeddedPostgres): Promise<DatabaseUrls> {
  const name = `${mainDatabase}_e2e`
  const started = Date.now()
  const template = await templateDatabase(postgres, 'e2e', ['prisma/schema', 'prisma/seed', 'prisma/factories', 'lib'], async (draft, finalName) => {
    say('Loading the demonstration for the browser tests.')
    const draftFiles = path.join(workDir, 'draft-files')
    rmSync(draftFiles, { recursive: true, force: true })
    mkdirSync(draftFiles, { recursive: true })
    const status = await runTypeScript('prisma/seed/index.ts', [], { ...settings(3000, draft), FILES_DIR: draftFiles })
    if (status !== 0) throw new Stop('The demonstration could not be loaded; the reason is above.')
    rmSync(templateFiles(finalName), { recursive: true, force: true })
    renameSync(draftFiles, templateFiles(finalName))
  })
  checkNotStopped()
  await recreateTestDatabase(postgres.ownerUrl, name, template)
  rmSync(filesDir, { recursive: true, force: true })
  cpSync(templateFiles(template), filesDir, { recursive: true })
  say(`The database for the browser tests is ready, after ${secondsSince(started)}.`)
  return postgres.urlsOf(name)
}

function templateFiles(template: string): string {
  return path.join(workDir, `${template}-files`)
}

function settings(port: number, { ownerUrl, appUrl }: DatabaseUrls): Record<string, string> {
  return {
    DEMONSTRATION: 'true',
    DATABASE_URL: appUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    FILES_DIR: filesDir,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** The OpenID Connect provider that the tests of signing in start at this address. */
function provider(port: number): Record<string, string> {
  return {
    OIDC_ISSUER: `http://localhost:${port}`,
    OIDC_CLIENT_ID: 'touchstone',
    OIDC_CLIENT_SECRET: randomBytes(32).toString('hex'),
    OIDC_NAME: 'the provider of the tests',
  }
}

async function serve(port: number, env: Record<string, string>): Promise<void> {
  buildUsers.take()
  toStop.unshift(async () => void buildUsers.leave())
  const program = serveProgram(port, host, env, logFile)
  toStop.unshift(program.stop)
  const ready = await waitFor(60_000, async () => {
    checkNotStopped()
    if (program.hasEnded()) throw new Stop(`The program ended while it was starting; see ${logFile}.`)
    const answer = await fetch(`http://${host}:${port}/api/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    return answer?.ok ? true : null
  })
  if (!ready) throw new Stop(`The program did not become ready within a minute; see ${logFile}.`)
}
