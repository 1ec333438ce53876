import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { projectDir } from './project'

type Violation = { from: string; to: string; rule: { name: string } }
type Cruise = { modules: { source: string }[]; summary: { violations: Violation[] } }

const folders = ['app', 'components', 'lib']

/**
 * Checks who imports whom in a tree that is laid out like ours.
 * @param root the folder that holds app, components, lib and a tsconfig.json
 * @returns one line for each fault, none when all is well
 */
export function boundaryFaults(root: string): { faults: string[]; read: number } {
  const present = folders.filter((folder) => existsSync(path.join(root, folder)))
  const files = present.flatMap((folder) => sourcesIn(root, folder))
  const { modules, summary } = cruise(root, present)
  const cruised = new Set(modules.map(({ source }) => source))
  // A tool that cannot read TypeScript reports no fault in no file, and calls that success.
  const unread = files.filter((file) => !cruised.has(file)).map((file) => `${file}: was not read by dependency-cruiser`)
  const empty = files.length === 0 ? ['there are no sources to check'] : []
  const broken = summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)
  return { faults: [...empty, ...unread, ...broken], read: files.length - unread.length }
}

function cruise(root: string, present: string[]): Cruise {
  const tool = path.join(projectDir, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = path.join(projectDir, '.dependency-cruiser.cjs')
  const { stdout, stderr } = spawnSync(process.execPath, [tool, ...present, '--config', config, '--output-type', 'json'], { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  // Its exit status is the number of faults, so only what it wrote tells whether it worked.
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not work: ${stderr || stdout}`)
  return JSON.parse(stdout) as Cruise
}

function sourcesIn(root: string, folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
