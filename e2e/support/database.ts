import { Client } from 'pg'

/** The database's owner, which no rule for rows holds back: to look at what was stored, and to hold a lock under the program. */
async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
  return asOwner(async (client) => (await client.query<R>(sql, values)).rows)
}

export async function count(sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await rows<{ count: string }>(sql, values)
  return Number(row?.count)
}
