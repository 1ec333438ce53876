import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runNode } from './children'
import { Leases, withLock } from './locks'
import { filesIn, projectDir, readIfThere, sha256, writeWhole } from './project'
import { secondsSince, say, Stop } from './terminal'

const outputDir = process.env.NEXT_DIST_DIR ?? '.next'
const stampFile = path.join(projectDir, outputDir, 'sources.stamp')

/** Who serves from the build: it must not be replaced under them. */
export const buildUsers = new Leases(`build-users${outputDir === '.next' ? '' : outputDir}`)

const folders = ['app', 'components', 'lib', 'prisma/schema', 'prisma/generated', 'public']
const isSettings = /^(package-lock\.json|tsconfig\.json|(next|postcss|tailwind)\.config\.\w+|(proxy|instrumentation(-client)?)\.ts)$/
const isNotBuilt = /\.test\.tsx?$|\.md$/

/** Builds the program, unless the last build was made from the same sources. */
export async function buildIfChanged(env: Record<string, string> = {}): Promise<void> {
  await withLock('build', 900_000, async () => {
    const stamp = sourcesStamp()
    if (readIfThere(stampFile) === stamp) {
      say('The build is up to date.')
      return
    }
    if (buildUsers.count() > 0) throw new Stop('The sources have changed, and the program is being served from the last build. Stop it first (Ctrl-C in its terminal), or build elsewhere with NEXT_DIST_DIR=.next-2.')
    const started = Date.now()
    say('Building the program. This takes a minute or two.')
    const next = path.join(projectDir, 'node_modules', 'next', 'dist', 'bin', 'next')
    const status = await runNode([next, 'build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env })
    if (status !== 0 || !existsSync(path.join(projectDir, outputDir, 'BUILD_ID'))) throw new Stop('The program could not be built; the reason is above.')
    writeWhole(stampFile, stamp)
    say(`Built in ${secondsSince(started)}.`)
  })
}

/** Names and contents of all that goes into a build. */
function sourcesStamp(): string {
  const settings = readdirSync(projectDir).filter((name) => isSettings.test(name))
  const files = [...settings, ...folders.flatMap(filesIn)].filter((name) => !isNotBuilt.test(name)).sort()
  return sha256(files.map((name) => `${name} ${sha256(readFileSync(path.join(projectDir, name)))}`).join('\n'))
}
