import type { TestProject } from 'vitest/node'
import { Client } from 'pg'
import { type DatabaseUrls, mainDatabase, startEmbeddedPostgres } from '../../scripts/embedded-postgres'
import { dropDatabasesOfDeadRuns, templateDatabase } from '../../scripts/template-databases'
import { databaseNames, dropDatabase } from '../../scripts/databases'

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabases: { ownerUrl: string; appUrl: string; template: string; prefix: string }
  }
}

const allRuns = `${mainDatabase}_test_`

/** Starts the embedded server, or joins it, and migrates the template that each test file's database is made from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startEmbeddedPostgres()
  const { ownerUrl, appUrl } = postgres
  const template = await templateDatabase(postgres, 'test', [], letTestsTellTheTime)
  await dropDatabasesOfDeadRuns(ownerUrl, allRuns)
  const prefix = `${allRuns}${process.pid}_`
  project.provide('testDatabases', { ownerUrl, appUrl, template, prefix })

  return async () => {
    const left = (await databaseNames(ownerUrl)).filter((name) => name.startsWith(prefix))
    for (const name of left) await dropDatabase(ownerUrl, name)
    await postgres.stop()
  }
}

/** While this table has a row, the database believes a transaction that says what time it is. */
async function letTestsTellTheTime({ ownerUrl }: DatabaseUrls): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('INSERT INTO demonstration_clock DEFAULT VALUES')
  await client.end()
}
