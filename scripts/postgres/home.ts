import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dataDir, projectDir, readIfThere, sha256, writeWhole } from '../project'
import { Stop, say } from '../terminal'
import { type Account, canEnter, giveTo, serverAccount } from './account'
import { copyServer, installedServer, serverVersion } from './binaries'

/** Kept in `.data`, readable by its owner alone: it holds the passwords. */
const stateFile = path.join(dataDir, 'postgres.json')

export type State = { dataDir: string; port: number; passwords: { admin: string; owner: string; app: string } }

/** Where the server and its data are, and who runs it. */
export type Home = { server: string; account: Account; state: State }

/**
 * Finds or prepares the folders of the embedded server. They are in the clone unless the account
 * that must run the server cannot enter it (a clone under root's home); then they are elsewhere.
 */
export function postgresHome(): Home {
  const known = readState()
  const account = serverAccount(known?.dataDir ?? path.join(dataDir, 'postgres'))
  const state = usableState(known, account) ?? newState(account)
  return { server: reachableServer(account), account, state }
}

export function saveState(state: State): void {
  writeWhole(stateFile, `${JSON.stringify(state, null, 2)}\n`, 0o600)
}

function readState(): State | null {
  const text = readIfThere(stateFile)
  return text ? (JSON.parse(text) as State) : null
}

/** Null when there are no data yet, or the clone was moved to where its data cannot be reached. */
function usableState(known: State | null, account: Account): State | null {
  if (!known || !existsSync(path.join(known.dataDir, 'PG_VERSION'))) return null
  return canEnter(account, known.dataDir) ? known : null
}

function newState(account: Account): State {
  const dir = path.join(reachableParent(account, dataDir), 'postgres')
  if (!dir.startsWith(dataDir)) say(`The database is kept in ${dir}: the account '${account?.name}', which runs PostgreSQL, cannot enter ${projectDir}.`)
  // Data without their passwords can be opened by nobody: .data was deleted to begin anew.
  if (existsSync(dir)) {
    say(`Removing ${dir}, left by an earlier clone.`)
    rmSync(dir, { recursive: true, force: true })
  }
  mkdirSync(dir, { mode: 0o700 })
  giveTo(account, dir)
  const password = () => randomBytes(24).toString('hex')
  return { dataDir: dir, port: 0, passwords: { admin: password(), owner: password(), app: password() } }
}

function reachableServer(account: Account): string {
  const installed = installedServer()
  if (canEnter(account, path.join(installed, 'bin'))) return installed
  const copy = path.join(reachableParent(account, path.dirname(installed)), 'server')
  if (copyServer(installed, copy)) say(`Copied PostgreSQL itself to ${copy}, for the same reason as its data.`)
  return path.join(copy, 'native')
}

/** The wanted folder, or one of the same purpose that the account can enter. */
function reachableParent(account: Account, wanted: string): string {
  if (canEnter(account, wanted)) return wanted
  const name = `${path.basename(projectDir)}-${sha256(projectDir).slice(0, 12)}`
  for (const base of ['/var/lib', os.tmpdir(), '/var/tmp', '/tmp']) {
    const dir = path.join(base, 'touchstone', name)
    if (madeReachable(account, dir)) return dir
  }
  throw new Stop(`The account '${account?.name}', which runs PostgreSQL, cannot enter ${projectDir}. Move the clone to a folder that others may enter, such as /srv.`)
}

function madeReachable(account: Account, dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o755 })
    return canEnter(account, dir)
  } catch {
    return false
  }
}

/** @throws Stop when the data were made by another major version of PostgreSQL */
export function checkVersion(home: Home): void {
  const file = path.join(home.state.dataDir, 'PG_VERSION')
  if (!existsSync(file)) return
  const [made, now] = [readFileSync(file, 'utf8').trim(), serverVersion(home.server)]
  if (made !== now) throw new Stop(`The data in ${home.state.dataDir} were made by PostgreSQL ${made}, and this is ${now}. Begin anew with: npm run demo -- --reset`)
}
