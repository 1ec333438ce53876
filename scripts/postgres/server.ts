import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { Client } from 'pg'
import { commandLine, isAlive, pause, waitFor } from '../processes'
import { readIfThere } from '../project'
import { Stop } from '../terminal'
import { giveTo, runAs } from './account'
import { binary } from './binaries'
import { type Home, saveState } from './home'

/** Makes an empty cluster, once. */
export function createCluster({ server, account, state }: Home): void {
  if (existsSync(path.join(state.dataDir, 'PG_VERSION'))) return
  const passwordFile = `${state.dataDir}.password`
  writeFileSync(passwordFile, state.passwords.admin, { mode: 0o600 })
  giveTo(account, passwordFile)
  try {
    // The built-in locale sorts and folds the same on every system, whatever it has installed.
    const locale = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${unicodeLocale()}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const made = spawnSync(binary(server, 'initdb'), ['-D', state.dataDir, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...locale], { ...runAs(account), encoding: 'utf8' })
    if (made.status !== 0) throw new Stop(`PostgreSQL could not prepare ${state.dataDir}: ${lastLine(made.stderr) || (made.error?.message ?? 'initdb said nothing')}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Some functions still ask the system's own locale what a letter is. */
function unicodeLocale(): string {
  const known = (spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '').split('\n')
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_GB.UTF-8', 'en_US.utf8'].find((name) => known.includes(name)) ?? 'C'
}

/** Starts the server on its port of last time, or on a free one when that is taken. */
export async function startServer(home: Home): Promise<void> {
  const { server, account, state } = home
  state.port = await freePort(state.port)
  saveState(state)
  const settings = Object.entries({
    port: state.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
  }).map(([name, value]) => `-c ${name}=${value}`)
  const log = path.join(state.dataDir, 'server.log')
  const given = ['start', '-w', '-t', '60', '-D', state.dataDir, '-l', log, '-o', settings.join(' ')]
  for (let tries = 1; tries <= 5; tries += 1) {
    removeStalePidFile(home)
    const started = spawnSync(binary(server, 'pg_ctl'), given, { ...runAs(account), stdio: 'ignore' })
    if (started.status === 0) return
    // After a crash the last processes of the old server may need a moment to go.
    await pause(1_000)
  }
  throw new Stop(`PostgreSQL did not start: ${lastLine(readIfThere(log) ?? '') || 'it said nothing'}. Its log is ${log}. To begin anew: npm run demo -- --reset`)
}

/** Waits for every session to be cut and the data to be written. */
export function stopServer({ server, account, state }: Home): void {
  const stop = (mode: string) => spawnSync(binary(server, 'pg_ctl'), ['stop', '-w', '-t', '30', '-m', mode, '-D', state.dataDir], { ...runAs(account), stdio: 'ignore' })
  if (stop('fast').status !== 0 && isRunning({ server, account, state })) stop('immediate')
}

/** Whether our server answers. A server that is just starting or stopping is waited for. */
export async function answers(home: Home): Promise<boolean> {
  if (!isRunning(home)) return false
  const answer = await waitFor(15_000, async () => ((await canConnect(home)) ? 'yes' : isRunning(home) ? null : 'gone'))
  if (answer === null) stopServer(home)
  return answer === 'yes'
}

/** Whether the process named in the data folder lives and is a PostgreSQL. */
function isRunning({ state }: Home): boolean {
  const pid = Number.parseInt(readIfThere(path.join(state.dataDir, 'postmaster.pid')) ?? '', 10)
  if (!Number.isInteger(pid) || !isAlive(pid)) return false
  const command = commandLine(pid)
  return command === '' || command.includes('postgres')
}

/** PostgreSQL refuses to start when the number in an old file has since been given to another process. */
function removeStalePidFile(home: Home): void {
  if (!isRunning(home)) rmSync(path.join(home.state.dataDir, 'postmaster.pid'), { force: true })
}

async function canConnect({ state }: Home): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port: state.port, user: 'postgres', password: state.passwords.admin, database: 'postgres', connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return path.resolve(rows[0]?.data_directory ?? '') === path.resolve(state.dataDir)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** The wished port if nobody listens on it, else one that the system picks; loopback only. */
export function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer()
    listener.once('error', (error) => (wished === 0 ? reject(error) : resolve(freePort(0))))
    listener.listen(wished, '127.0.0.1', () => {
      const address = listener.address()
      listener.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
