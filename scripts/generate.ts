import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { dataDir, prepareDataDir, projectDir, readIfThere, sha256, writeWhole } from './project'
import { schemaFiles } from './schema-engine'
import { runScript, say, Stop } from './terminal'

const stampFile = path.join(dataDir, 'generated.stamp')
const generated = path.join(projectDir, 'prisma', 'generated', 'client.ts')

/** Writes the database client from the schema files, unless it is already theirs. */
function generate(): void {
  prepareDataDir()
  const manifest = readIfThere(path.join(projectDir, 'node_modules', 'prisma', 'package.json')) ?? ''
  const stamp = sha256(manifest + JSON.stringify(schemaFiles()))
  if (readIfThere(stampFile) === stamp && readIfThere(generated) !== null) return say('The database client is up to date.')

  // Generating needs no native engine, but Prisma would fetch one; any existing program stops it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: 'true' }
  const prisma = path.join(projectDir, 'node_modules', 'prisma', 'build', 'index.js')
  const made = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: projectDir, env, encoding: 'utf8' })
  if (made.status !== 0) throw new Stop(`The database client could not be generated:\n${made.stdout}${made.stderr}`)
  writeWhole(stampFile, stamp)
  say('Generated the database client.')
}

await runScript(async () => generate())
