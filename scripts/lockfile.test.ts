import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { completed, type Lockfile, missingPackages } from './lockfile'
import { projectDir } from './project'

const partly: Lockfile = {
  packages: {
    '': {},
    'node_modules/compiler': { version: '2.0.0', dev: true, optionalDependencies: { '@compiler/linux-x64-gnu': '2.0.0', '@compiler/darwin-arm64': '2.0.0' } },
    'node_modules/@compiler/linux-x64-gnu': { version: '2.0.0', optional: true },
    'node_modules/outer/node_modules/inner': { version: '1.0.0', optionalDependencies: { '@compiler/linux-x64-gnu': '^2.0.0' } },
  },
}

test('our lock file names the packages of every system, or npm ci would refuse it', () => {
  const ours = JSON.parse(readFileSync(path.join(projectDir, 'package-lock.json'), 'utf8')) as Lockfile
  expect(missingPackages(ours).map(({ name }) => name), 'put right by: npm run lock:complete').toEqual([])
})

test('a package for another system that was left out is named with its version and system', () => {
  expect(missingPackages(partly)).toEqual([{ name: '@compiler/darwin-arm64', version: '2.0.0', dev: true }])
  expect(completed(partly).packages['node_modules/@compiler/darwin-arm64']).toEqual({ version: '2.0.0', cpu: ['arm64'], os: ['darwin'], dev: true, optional: true })
  expect(missingPackages(completed(partly))).toEqual([])
})

test('a version is never guessed from a range', () => {
  const ranged = { packages: { 'node_modules/compiler': { version: '2.0.0', optionalDependencies: { '@compiler/darwin-arm64': '^2.0.0' } } } }
  expect(() => completed(ranged)).toThrow('@compiler/darwin-arm64 is asked for as')
})
