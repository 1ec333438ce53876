import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process with this number lives, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a process, or '' where there is none or the system does not tell. */
export function commandLine(pid: number): string {
  return ps(pid, 'args=')
}

/**
 * Names one process for good: its number and when it began. A number alone is soon given to
 * another process, above all in a container. Null when no such process lives.
 */
export function processMark(pid: number): string | null {
  if (!isAlive(pid)) return null
  return `${pid} ${beganAt(pid)}`
}

/** Whether the process that a mark names still lives. */
export function stillLives(mark: string): boolean {
  return processMark(Number.parseInt(mark, 10)) === mark
}

function beganAt(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name, second field, may hold spaces and brackets; the start is the 20th field after it.
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return `${boot} ${afterName.split(' ')[19]}`
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Asks again until the answer is not null, and gives up after `limitMs` with null. */
export async function waitFor<T>(limitMs: number, ask: () => Promise<T | null> | T | null): Promise<T | null> {
  const end = Date.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer !== null || Date.now() > end) return answer
    await pause(100)
  }
}
