import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationAdapter } from './migration-adapter'
import { migrationNames, migrationScript, migrationsDir } from './migrations'
import { schemaFiles } from './schema-files'

// Prisma's own commands fetch a native engine from a host that may be out of reach. The same
// engine comes from npm as WebAssembly, and talks to the database through Prisma's pg adapter.

/** Tables that migrations make and the program never reads through Prisma. */
const externalTables = ['public.demonstration_clock']
const filters = { externalTables, externalEnums: [] }

let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'))
  const imports = { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(wasm, imports)
  engineModule.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
}

async function withEngine<T>(ownerUrl: string, work: (engine: engineModule.SchemaEngine) => Promise<T>): Promise<T> {
  await (loaded ??= load())
  const connections = new MigrationAdapter(ownerUrl)
  const adapter = bindMigrationAwareSqlAdapterFactory(connections)
  const datamodels = schemaFiles().files.map(({ path: file, content }): [string, string] => [file, content])
  try {
    const engine = await engineModule.SchemaEngine.new({ datamodels }, () => {}, adapter)
    return await work(engine)
  } catch (error) {
    // Errors of the database are kept aside by the adapter; the engine only passes their number.
    throw adapter.errorRegistry.consumeError(errorNumber(error))?.error ?? error
  } finally {
    await connections.close()
  }
}

function errorNumber(error: unknown): number {
  return Number(/externalError[^\d]*(\d+)/i.exec(error instanceof Error ? error.message : String(error))?.[1] ?? -1)
}

function migrationList(): MigrationList {
  return {
    baseDir: migrationsDir,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({ path: name, migrationFile: { path: 'migration.sql', content: migrationFile(name) } })),
  }
}

function migrationFile(name: string): { tag: 'ok' | 'error'; value: string } {
  const sql = migrationScript(name)
  return sql === null ? { tag: 'error', value: `${name} has no migration.sql` } : { tag: 'ok', value: sql }
}

/** Applies what has not been applied yet. @returns the names of what it applied */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  return withEngine(ownerUrl, async (engine) => {
    const migrationsList = migrationList()
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
    return appliedMigrationNames
  })
}

/** Migrations whose file changed after they were applied. */
export async function editedMigrations(ownerUrl: string): Promise<string[]> {
  return withEngine(ownerUrl, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({ migrationsList: migrationList(), optInToShadowDatabase: false, filters })
    return found.editedMigrationNames
  })
}

/**
 * The SQL that would bring the migrations' result to what `prisma/schema` says; empty when they agree.
 * The migrations are run in an empty database made for the purpose, so the login needs CREATEDB.
 */
export async function schemaDrift(ownerUrl: string): Promise<string> {
  return withEngine(ownerUrl, async (engine) => {
    const from = { tag: 'migrations' as const, ...migrationList() }
    const to = { tag: 'schemaDatamodel' as const, ...schemaFiles() }
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters })
    const sql = (stdout ?? '').trim()
    return sql === '-- This is an empty migration.' ? '' : sql
  })
}

/**
 * The database holds more than Prisma can say: foreign keys over several columns, indexes on
 * expressions. To Prisma they are surplus, and it would drop them; that is no drift.
 */
export function withoutHandWritten(drift: string): string {
  return drift.split(/\n\n(?=-- )/).filter((step) => !/^-- Drop(ForeignKey|Index)\n/.test(step)).join('\n\n')
}
