import { existsSync } from 'node:fs'
import path from 'node:path'
import { serveProgram } from './children'
import { checkDatabase, wishedPort } from './preflight'
import { projectDir } from './project'
import { catchSignals, untilStopped } from './signals'
import { runScript, Stop } from './terminal'

const required = ['DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET']

/** Serves the built program in service: everything comes from the environment, and nothing is loaded. */
await runScript(async () => {
  catchSignals()
  const missing = required.filter((name) => !process.env[name])
  if (missing.length > 0) throw new Stop(`Set ${missing.join(' and ')} in the environment. To look around without any of them: npm run demo`)
  if (!existsSync(path.join(projectDir, process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'))) throw new Stop('There is no build. Make one with: npm run build')
  await checkDatabase('DATABASE_URL', process.env.DATABASE_URL ?? '')
  const program = serveProgram(wishedPort(), process.env.HOST ?? '0.0.0.0', {}, null)
  await Promise.race([untilStopped(), program.ended])
  await program.stop()
  process.exitCode = await program.ended
})
