import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { withLock } from './locks'
import { dataDir, prepareDataDir, projectDir, readIfThere, sha256, writeWhole } from './project'
import { schemaFiles } from './schema-files'
import { say, Stop } from './terminal'

const stampFile = path.join(dataDir, 'generated.stamp')
const generated = path.join(projectDir, 'prisma', 'generated', 'client.ts')

/** Writes the database client from the schema files, unless it is already theirs. */
export async function generateClient(): Promise<void> {
  prepareDataDir()
  await withLock('generate', 120_000, async () => {
    const manifest = readIfThere(path.join(projectDir, 'node_modules', 'prisma', 'package.json')) ?? ''
    const stamp = sha256(manifest + JSON.stringify(schemaFiles()))
    if (readIfThere(stampFile) === stamp && readIfThere(generated) !== null) return say('The database client is up to date.')
    run()
    writeWhole(stampFile, stamp)
    say('Generated the database client.')
  })
}

function run(): void {
  // Generating needs no native engine, but Prisma would fetch one; any existing program stops it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: 'true' }
  const prisma = path.join(projectDir, 'node_modules', 'prisma', 'build', 'index.js')
  const made = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: projectDir, env, encoding: 'utf8' })
  if (made.status !== 0) throw new Stop(`The database client could not be generated:\n${made.stdout}${made.stderr}`)
}
