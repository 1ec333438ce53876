import path from 'node:path'
import { mainDatabase, startEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'
import { dataDir, writeWhole } from './project'
import { catchSignals, untilStopped } from './signals'
import { runScript, say } from './terminal'
import { recreateDatabase } from './databases'

/** For development: keeps the embedded database up, migrated, until Ctrl-C. With `--reset` it is emptied first. */
await runScript(async () => {
  catchSignals()
  const database = await startEmbeddedPostgres()
  try {
    if (process.argv.includes('--reset')) await recreateDatabase(database.ownerUrl, mainDatabase)
    for (const name of await migrate(database.ownerUrl)) say(`Applied ${name}.`)
    const urls = { DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl }
    writeWhole(path.join(dataDir, 'urls.json'), `${JSON.stringify(urls, null, 2)}\n`, 0o600)
    say('The database is up. In another terminal: eval "$(npm run -s db:env)". Ctrl-C stops it.')
    await untilStopped()
  } finally {
    await database.stop()
  }
})
