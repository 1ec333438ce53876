import { startEmbeddedPostgres } from './embedded-postgres'
import { schemaDrift, withoutHandWritten } from './schema-engine'
import { runScript, say } from './terminal'

/**
 * Prints the SQL that would bring the migrations' result to what `prisma/schema` says.
 * Without `--all` it leaves out the removal of what only migrations hold.
 */
await runScript(async () => {
  const database = await startEmbeddedPostgres()
  try {
    const drift = await schemaDrift(database.ownerUrl)
    const sql = process.argv.includes('--all') ? drift : withoutHandWritten(drift)
    say(sql === '' ? '-- The migrations and the schema agree.' : sql)
  } finally {
    await database.stop()
  }
})
