import { Client, escapeIdentifier } from 'pg'

/** Makes a database anew, empty or from a template. */
export async function recreateDatabase(ownerUrl: string, name: string, template?: string): Promise<void> {
  const database = escapeIdentifier(name)
  await runStatements(
    inDatabase(ownerUrl, 'postgres'),
    `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
    `CREATE DATABASE ${database}${template ? ` TEMPLATE ${escapeIdentifier(template)}` : ''}`,
  )
}

/** Makes a database for a test, whose data need not outlive a power cut. */
export async function recreateTestDatabase(ownerUrl: string, name: string, template: string): Promise<void> {
  await recreateDatabase(ownerUrl, name, template)
  await runStatements(ownerUrl, `ALTER DATABASE ${escapeIdentifier(name)} SET synchronous_commit = off`)
}

/** The same login and server, another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  await runStatements(ownerUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
}

/** Oldest first. */
export async function databaseNames(ownerUrl: string): Promise<string[]> {
  const [rows = []] = await runStatements(ownerUrl, 'SELECT datname AS name FROM pg_database ORDER BY oid')
  return rows.map((row) => String(row.name))
}

/** Runs statements one after the other, each in its own transaction. @returns the rows of each */
export async function runStatements(url: string, ...statements: string[]): Promise<Record<string, unknown>[][]> {
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
