import { migrate } from './migrate'
import { runScript, say, Stop } from './terminal'

/** Migrates the database that the environment names: what a release runs before the program starts. */
await runScript(async () => {
  const url = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL
  if (!url) throw new Stop('Set MIGRATION_DATABASE_URL (the owner of the database) or DATABASE_URL.')
  const applied = await migrate(url)
  for (const name of applied) say(`Applied ${name}.`)
  if (applied.length === 0) say('The database is up to date.')
})
