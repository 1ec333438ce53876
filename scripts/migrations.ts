import { readdirSync } from 'node:fs'
import path from 'node:path'
import { projectDir, readIfThere, sha256 } from './project'

export const migrationsDir = path.join(projectDir, 'prisma', 'migrations')

/** Every migration in `prisma/migrations`, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
}

/** The SQL of a migration, or null when its folder is empty. */
export function migrationScript(name: string): string | null {
  return readIfThere(path.join(migrationsDir, name, 'migration.sql'))
}

/** By name, as the database's own record keeps them. */
export function migrationChecksums(): Map<string, string> {
  return new Map(migrationNames().map((name) => [name, sha256(migrationScript(name) ?? '')]))
}
