import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { processMark, stillLives, waitFor } from './processes'
import { dataDir, errorCode, readIfThere } from './project'
import { Stop } from './terminal'

const ownMark = () => processMark(process.pid) ?? String(process.pid)

/** Does one thing at a time among all processes of this clone. A lock whose holder died is taken over. */
export async function withLock<T>(name: string, limitMs: number, work: () => Promise<T>): Promise<T> {
  const file = path.join(dataDir, `${name}.lock`)
  const taken = await waitFor(limitMs, () => take(file) || null)
  if (!taken) throw new Stop(`Another command of this clone has been holding ${file} for long. Wait for it to end, or stop it.`)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, ownMark(), { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  }
}

function isAbandoned(file: string): boolean {
  const holder = readIfThere(file)
  if (holder === null) return false
  // Empty: its owner is about to fill it, or died in between.
  if (holder === '') return Date.now() - statSync(file).mtimeMs > 5_000
  return !stillLives(holder)
}

/**
 * Who is using something that several commands share. The last one to leave puts the light out;
 * a user that died without leaving is not counted.
 */
export class Leases {
  private readonly dir: string

  constructor(name: string) {
    this.dir = path.join(dataDir, name)
  }

  take(): void {
    mkdirSync(this.dir, { recursive: true })
    writeFileSync(path.join(this.dir, String(process.pid)), ownMark())
  }

  /** Gives up our lease. @returns whether nobody else holds one */
  leave(): boolean {
    rmSync(path.join(this.dir, String(process.pid)), { force: true })
    return this.count() === 0
  }

  /** Forgets all, for when the shared thing was found not running: no lease can be true then. */
  clear(): void {
    rmSync(this.dir, { recursive: true, force: true })
  }

  /** How many living processes hold a lease. */
  count(): number {
    mkdirSync(this.dir, { recursive: true })
    return readdirSync(this.dir).filter((name) => stillLives(readIfThere(path.join(this.dir, name)) ?? '')).length
  }
}
