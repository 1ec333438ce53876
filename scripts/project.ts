import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Stop } from './terminal'

export const projectDir = path.resolve(import.meta.dirname, '..')

/** Everything the program keeps on this machine. Deleting it begins anew. */
export const dataDir = path.join(projectDir, '.data')

/** Creates `.data` if need be. @throws Stop where the folder cannot be written */
export function prepareDataDir(): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    const probe = path.join(dataDir, '.writable')
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Stop(`Cannot write to ${dataDir} (${errorCode(error)}). Give yourself write access to it, or move the clone to a folder that you own.`)
  }
}

/** Replaces a file in one step, so that a reader or a crash never meets half of it. */
export function writeWhole(file: string, content: string, mode = 0o644): void {
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, content, { mode })
  renameSync(draft, file)
}

/** The content, or null when there is no such file. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** The system's or PostgreSQL's code of an error, such as ENOENT or 28P01. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : String(error)
}

export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Every file in a folder and below, named from the project's root; none when there is no folder. */
export function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(path.join(projectDir, folder), { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(projectDir, path.join(entry.parentPath, entry.name)))
  } catch {
    return []
  }
}
