import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { inDatabase, recreateTestDatabase } from '../../scripts/databases'

// Runs in a worker before each test file: a database of its own, as the migrations leave it, and
// the settings of the program, before the code reads them.
const { ownerUrl, appUrl, template, prefix } = inject('testDatabases')
const name = `${prefix}${process.env.VITEST_POOL_ID ?? '1'}`

await recreateTestDatabase(ownerUrl, name, template)

Object.assign(process.env, {
  DATABASE_URL: inDatabase(appUrl, name),
  MIGRATION_DATABASE_URL: inDatabase(ownerUrl, name),
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret that only the tests know, 32 letters or more',
  FILES_DIR: mkdtempSync(path.join(os.tmpdir(), 'touchstone-test-')),
})
