import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { type EmbeddedPostgres, mainDatabase } from './embedded-postgres'
import { withLock } from './locks'
import { migrate } from './migrate'
import { isAlive } from './processes'
import { projectDir, sha256 } from './project'

/** Templates of other branches are kept, but not for ever. */
const KEPT_TEMPLATES = 4

/**
 * A migrated database to make others from, which takes a fraction of the time that migrating takes.
 * It is made once for each state of the migrations, and kept.
 *
 * @param purpose part of its name; templates of one purpose replace each other
 * @param ingredients files and folders that decide its content, from the project's root
 * @param fill puts in what the migrations do not
 */
export async function templateDatabase(postgres: EmbeddedPostgres, purpose: string, ingredients: string[], fill: (url: string) => Promise<void>): Promise<string> {
  const prefix = `${mainDatabase}_template_${purpose}_`
  const name = prefix + sha256(['prisma/migrations', ...ingredients].map(contentOf).join('\n')).slice(0, 16)
  const { ownerUrl } = postgres.urlsOf(mainDatabase)
  return withLock(`template-${purpose}`, 300_000, async () => {
    if ((await databaseNames(ownerUrl)).includes(name)) return name
    // Under another name until it is whole: a run that was stopped halfway leaves nothing to trip over.
    const draft = `${prefix}draft`
    await recreateDatabase(ownerUrl, draft)
    await migrate(postgres.urlsOf(draft).ownerUrl)
    await fill(postgres.urlsOf(draft).ownerUrl)
    await run(ownerUrl, `ALTER DATABASE ${escapeIdentifier(draft)} RENAME TO ${escapeIdentifier(name)}`)
    await dropOldTemplates(ownerUrl, prefix)
    return name
  })
}

/** Makes a database anew, empty or from a template. What it holds need not outlive a power cut. */
export async function recreateDatabase(ownerUrl: string, name: string, template?: string): Promise<void> {
  const database = escapeIdentifier(name)
  await run(
    ownerUrl,
    `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
    `CREATE DATABASE ${database}${template ? ` TEMPLATE ${escapeIdentifier(template)}` : ''}`,
    `ALTER DATABASE ${database} SET synchronous_commit = off`,
  )
}

/** Drops the databases of test runs that are over. The run's process number is in the name: prefix, number, anything. */
export async function dropDatabasesOfDeadRuns(ownerUrl: string, prefix: string): Promise<void> {
  const names = (await databaseNames(ownerUrl)).filter((name) => name.startsWith(prefix))
  for (const name of names) {
    const runner = Number.parseInt(name.slice(prefix.length), 10)
    if (Number.isInteger(runner) && !isAlive(runner)) await dropDatabase(ownerUrl, name)
  }
}

export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  await run(ownerUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
}

/** Oldest first. */
export async function databaseNames(ownerUrl: string): Promise<string[]> {
  const [rows = []] = await run(ownerUrl, 'SELECT datname AS name FROM pg_database ORDER BY oid')
  return rows.map((row) => String(row.name))
}

async function dropOldTemplates(ownerUrl: string, prefix: string): Promise<void> {
  const templates = (await databaseNames(ownerUrl)).filter((name) => name.startsWith(prefix))
  for (const name of templates.slice(0, -KEPT_TEMPLATES)) await dropDatabase(ownerUrl, name)
}

async function run(url: string, ...statements: string[]): Promise<Record<string, unknown>[][]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const answers = []
    for (const statement of statements) answers.push((await client.query<Record<string, unknown>>(statement)).rows)
    return answers
  } finally {
    await client.end()
  }
}

/** Names and contents of a file, or of all files in a folder. */
function contentOf(fromRoot: string): string {
  const full = path.join(projectDir, fromRoot)
  const names = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).sort()
  return names.map((name) => `${path.relative(projectDir, name)}\n${sha256(readFileSync(name))}`).join('\n')
}
