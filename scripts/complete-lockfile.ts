import { readFileSync } from 'node:fs'
import path from 'node:path'
import { completed, type Lockfile, missingPackages } from './lockfile'
import { projectDir, writeWhole } from './project'
import { runScript, say } from './terminal'

/** To be run after the dependencies were changed, where the registry at hand is not complete. */
await runScript(async () => {
  const file = path.join(projectDir, 'package-lock.json')
  const lockfile = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
  const missing = missingPackages(lockfile)
  writeWhole(file, `${JSON.stringify(completed(lockfile), null, 2)}\n`)
  for (const { name, version } of missing) say(`Added ${name} ${version}.`)
  if (missing.length === 0) say('The lock file is complete.')
})
