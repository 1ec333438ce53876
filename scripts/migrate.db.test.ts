import { Client } from 'pg'
import { expect, test } from 'vitest'
import { migrate } from './migrate'
import { migrationNames } from './migrations'
import { schemaDrift, withoutHandWritten } from './schema-engine'

const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? ''

test('the migrations make what the schema says', async () => {
  expect(withoutHandWritten(await schemaDrift(ownerUrl))).toBe('')
})

test('a table or a column that only one side has is drift; a foreign key that only migrations hold is not', () => {
  const drift = '-- DropForeignKey\nALTER TABLE "a" DROP CONSTRAINT "one_has_two";\n\n-- DropTable\nDROP TABLE "b";\n\n-- AlterTable\nALTER TABLE "a" DROP COLUMN "c";'
  expect(withoutHandWritten(drift)).toBe('-- DropTable\nDROP TABLE "b";\n\n-- AlterTable\nALTER TABLE "a" DROP COLUMN "c";')
})

test('a migrated database has nothing left to apply, and its record names every migration', async () => {
  expect(await migrate(ownerUrl)).toEqual([])
  expect(await rows('SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1')).toEqual(migrationNames().map((name) => ({ name })))
})

test('a migration that was edited after it was applied is named', async () => {
  await rows(`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = '${migrationNames()[0]}'`)
  await expect(migrate(ownerUrl)).rejects.toThrow(`edited after this database had applied them: ${migrationNames()[0]}`)
})

async function rows(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: found } = await client.query<Record<string, unknown>>(sql)
    return found
  } finally {
    await client.end()
  }
}
