import { readFileSync } from 'node:fs'
import path from 'node:path'
import { escapeIdentifier } from 'pg'
import { databaseNames, dropDatabase, recreateDatabase, runStatements } from './databases'
import { type DatabaseUrls, type EmbeddedPostgres, mainDatabase } from './embedded-postgres'
import { withLock } from './locks'
import { migrate } from './migrate'
import { isAlive } from './processes'
import { filesIn, projectDir, sha256 } from './project'

/** Templates of other branches are kept, but not for ever. */
const KEPT_TEMPLATES = 4

/**
 * A migrated database to make others from, which takes a fraction of the time that migrating takes.
 * It is made once for each state of the migrations, and kept.
 *
 * @param purpose part of its name; templates of one purpose replace each other
 * @param ingredients folders that decide its content, from the project's root
 * @param fill puts in what the migrations do not
 */
export async function templateDatabase(postgres: EmbeddedPostgres, purpose: string, ingredients: string[], fill: (draft: DatabaseUrls, name: string) => Promise<void>): Promise<string> {
  const prefix = `${mainDatabase}_template_${purpose}_`
  const name = prefix + contentHash(['prisma/migrations', ...ingredients])
  const { ownerUrl } = postgres.urlsOf(mainDatabase)
  return withLock(`template-${purpose}`, 300_000, async () => {
    if ((await databaseNames(ownerUrl)).includes(name)) return name
    // Under another name until it is whole: a run that was stopped halfway leaves nothing to trip over.
    const draft = `${prefix}draft`
    await recreateDatabase(ownerUrl, draft)
    await migrate(postgres.urlsOf(draft).ownerUrl)
    await fill(postgres.urlsOf(draft), name)
    await runStatements(ownerUrl, `ALTER DATABASE ${escapeIdentifier(draft)} RENAME TO ${escapeIdentifier(name)}`)
    await dropOldTemplates(ownerUrl, prefix)
    return name
  })
}

/** Drops the databases of test runs that are over. The run's process number is in the name: prefix, number, anything. */
export async function dropDatabasesOfDeadRuns(ownerUrl: string, prefix: string): Promise<void> {
  const names = (await databaseNames(ownerUrl)).filter((name) => name.startsWith(prefix))
  for (const name of names) {
    const runner = Number.parseInt(name.slice(prefix.length), 10)
    if (Number.isInteger(runner) && !isAlive(runner)) await dropDatabase(ownerUrl, name)
  }
}

async function dropOldTemplates(ownerUrl: string, prefix: string): Promise<void> {
  const templates = (await databaseNames(ownerUrl)).filter((name) => name.startsWith(prefix))
  for (const name of templates.slice(0, -KEPT_TEMPLATES)) await dropDatabase(ownerUrl, name)
}

/** Short, and different when any file in these folders is. */
function contentHash(folders: string[]): string {
  const files = folders.flatMap(filesIn).sort().map((name) => `${name} ${sha256(readFileSync(path.join(projectDir, name)))}`)
  return sha256(files.join('\n')).slice(0, 16)
}
