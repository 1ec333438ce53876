import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { Leases, withLock } from './locks'
import { pause, processMark } from './processes'
import { dataDir, prepareDataDir } from './project'

const name = `lock-test-${process.pid}`
const lockFile = path.join(dataDir, `${name}.lock`)
const leaseDir = path.join(dataDir, name)

beforeAll(prepareDataDir)

afterEach(() => {
  rmSync(lockFile, { force: true })
  rmSync(leaseDir, { recursive: true, force: true })
})

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

test('two pieces of work under one lock never run at once', async () => {
  const events: string[] = []
  const work = (label: string) => withLock(name, 5_000, async () => {
    events.push(`${label} begins`)
    await pause(50)
    events.push(`${label} ends`)
  })
  await Promise.all([work('a'), work('b')])
  expect(events.map((event) => event.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends'])
})

test('a lock is given back when its work fails', async () => {
  await expect(withLock(name, 1_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(lockFile)).toBe(false)
})

test('a lock whose holder died is taken over, also when its number belongs to another process now', async () => {
  for (const holder of [`${endedProcess()} long ago`, `${process.pid} long ago`]) {
    writeFileSync(lockFile, holder)
    expect(await withLock(name, 5_000, async () => 'done')).toBe('done')
  }
})

test('a lock that is held is waited for, and then named', async () => {
  writeFileSync(lockFile, processMark(process.pid) ?? '')
  await expect(withLock(name, 200, async () => 'done')).rejects.toThrow(lockFile)
})

test('only the living count as users, and the last to leave is told so', () => {
  const leases = new Leases(name)
  leases.take()
  mkdirSync(leaseDir, { recursive: true })
  writeFileSync(path.join(leaseDir, '1'), `${endedProcess()} long ago`)
  expect(leases.count()).toBe(1)
  writeFileSync(path.join(leaseDir, '2'), processMark(process.ppid) ?? '')
  expect(leases.leave()).toBe(false)
  rmSync(path.join(leaseDir, '2'))
  expect(leases.leave()).toBe(true)
})
