import { Client } from 'pg'
import { Stop } from './terminal'

/**
 * The program always acts as the role touchstone_app, so its login must be a member. Where the
 * owner's login may grant that, it is granted.
 * @throws Stop with the command that an administrator has to run
 */
export async function ensureAppLogin(ownerUrl: string, appUrl: string): Promise<void> {
  const login = await ask(appUrl, `SELECT current_user::text AS login WHERE NOT pg_has_role('touchstone_app', 'MEMBER')`)
  if (login === null) return
  const grant = `GRANT touchstone_app TO "${login.replaceAll('"', '""')}"`
  try {
    await ask(ownerUrl, grant)
  } catch {
    throw new Stop(`The login of DATABASE_URL may not act as the role touchstone_app. As an administrator run: ${grant}`)
  }
}

async function ask(url: string, sql: string): Promise<string | null> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ login: string }>(sql)).rows[0]?.login ?? null
  } finally {
    await client.end()
  }
}
