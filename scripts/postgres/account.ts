import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { Stop } from '../terminal'

/** The system account that the server runs as; null means our own, which is not root. */
export type Account = { name: string; uid: number; gid: number } | null

/**
 * PostgreSQL refuses to run as root. Then an account without privileges runs it: the one that
 * already owns the data, `postgres` if the system has it, else one that we create.
 */
export function serverAccount(existingData: string): Account {
  if (process.getuid?.() !== 0) return null
  const found = ownerOf(existingData) ?? account('postgres') ?? account('touchstone') ?? createAccount()
  if (!found) throw new Stop('PostgreSQL does not run as root, and no other account could be created. Run this as an ordinary user, or create one with: useradd --system touchstone')
  return found
}

function ownerOf(dir: string): Account {
  const uid = existsSync(dir) ? statSync(dir).uid : 0
  return uid === 0 ? null : account(String(uid))
}

function createAccount(): Account {
  // Debian, Fedora and most others; then Alpine.
  spawnSync('useradd', ['--system', '--user-group', '--shell', '/bin/false', 'touchstone'])
  if (!account('touchstone')) spawnSync('adduser', ['-S', '-D', '-H', 'touchstone'])
  return account('touchstone') ?? account('nobody')
}

/** By name, or by number: `id` takes both. */
function account(nameOrUid: string): Account {
  const ask = (flag: string) => spawnSync('id', [flag, nameOrUid], { encoding: 'utf8' })
  const name = ask('-un')
  if (name.status !== 0) return null
  return { name: name.stdout.trim(), uid: Number(ask('-u').stdout), gid: Number(ask('-g').stdout) }
}

/** Options for spawn that make a command run as the account, in a folder that it may enter. */
export function runAs(account: Account): { cwd: string; uid?: number; gid?: number } {
  const cwd = process.platform === 'win32' ? process.cwd() : '/'
  return account ? { cwd, uid: account.uid, gid: account.gid } : { cwd }
}

/** Whether the account can go into a folder, found out by trying. */
export function canEnter(account: Account, dir: string): boolean {
  if (!account) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], runAs(account)).status === 0
}

export function giveTo(account: Account, file: string): void {
  if (account) chownSync(file, account.uid, account.gid)
}
