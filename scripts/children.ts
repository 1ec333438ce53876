import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectDir } from './project'
import { checkNotStopped } from './signals'

const endWithParent = pathToFileURL(path.join(projectDir, 'scripts', 'end-with-parent.mjs')).href

type Environment = Record<string, string | undefined>

/**
 * Runs a command to its end, with its output on ours.
 * @returns its exit status; 1 when a signal ended it
 * @throws Interrupted when we were asked to stop meanwhile
 */
export async function runCommand(command: string, given: string[], env: Environment = {}): Promise<number> {
  const child = spawn(command, given, { cwd: projectDir, env: { ...process.env, ...env }, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' })
  const status = await ended(child)
  checkNotStopped()
  return status
}

/**
 * Runs a script of Node's to its end. It ends when this process does, however that happens: a
 * build that outlived us would block the next one.
 */
export async function runNode(given: string[], env: Environment = {}): Promise<number> {
  const child = spawn(process.execPath, ['--import', endWithParent, ...given], {
    cwd: projectDir,
    env: { ...process.env, ...env, END_WITH_PARENT: String(process.pid) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const status = await ended(child)
  checkNotStopped()
  return status
}

/** Runs TypeScript as the server would: what only servers may import is allowed. */
export function runTypeScript(script: string, given: string[] = [], env: Environment = {}): Promise<number> {
  return runNode(['--import', 'tsx', '--conditions=react-server', script, ...given], env)
}

/** Runs an npm script by its name. */
export function runNpmScript(name: string, given: string[] = [], env: Environment = {}): Promise<number> {
  return runCommand('npm', ['run', '--silent', name, '--', ...given], env)
}

export type Program = { ended: Promise<number>; hasEnded: () => boolean; stop: () => Promise<void> }

/**
 * Serves the built program. It ends when this process does, however that happens.
 * @param logFile where its output goes; ours when null
 */
export function serveProgram(port: number, host: string, env: Environment, logFile: string | null): Program {
  const next = path.join(projectDir, 'node_modules', 'next', 'dist', 'bin', 'next')
  const output = logFile === null ? ('inherit' as const) : ('pipe' as const)
  const child = spawn(process.execPath, ['--import', endWithParent, next, 'start', '-p', String(port), '-H', host], {
    cwd: projectDir,
    env: { ...process.env, NODE_ENV: 'production', ...env, END_WITH_PARENT: String(process.pid) },
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (logFile !== null) {
    const log = createWriteStream(logFile)
    child.stdout?.pipe(log)
    child.stderr?.pipe(log)
  }
  const end = ended(child)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const stop = async () => {
    if (hasEnded()) return
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await end
    clearTimeout(late)
  }
  return { ended: end, hasEnded, stop }
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status) => resolve(status ?? 1))
  })
}
