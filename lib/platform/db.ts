import 'server-only'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import { toldInstant } from './clock'
import { asRefusal } from './constraint'
import { createPrismaClient } from './prisma-client'
import { env } from './env'

/** What row-level security needs to know of whoever asks. */
export type Asker = { personId: string | null; bodyId: string | null; role: string }

export type Tx = Prisma.TransactionClient

const kept = globalThis as typeof globalThis & { touchstoneClient?: PrismaClient }

function client(): PrismaClient {
  kept.touchstoneClient ??= createPrismaClient(env().DATABASE_URL)
  return kept.touchstoneClient
}

/** Tells the database who asks, for the rest of the transaction. A command calls it again only where the person's standing changes within it, as when a supplier registers. */
export async function introduce(tx: Tx, asker: Asker): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('touchstone.person_id', ${asker.personId ?? ''}, true),
           set_config('touchstone.body_id', ${asker.bodyId ?? ''}, true),
           set_config('touchstone.role', ${asker.role}, true),
           set_config('touchstone.now', ${toldInstant()?.toISOString() ?? ''}, true)`
}

/**
 * Runs a command: all of it is stored, or none. The database is told who acts, and shows and takes only what they may see and do.
 * @throws DomainError when a constraint that a user can understand refuses
 */
export async function inTransaction<T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await client().$transaction(async (tx) => {
      await introduce(tx, asker)
      return work(tx)
    }, { timeout: 30_000, maxWait: 10_000 })
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Runs a query over one consistent picture of the database; a write inside it is refused. */
export async function reading<T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`
    await introduce(tx, asker)
    return work(tx)
  }, { timeout: 30_000, maxWait: 10_000 })
}

/** The names of the migrations in the database, or null when it does not answer. */
export async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const rows = await client().$queryRaw<{ migration_name: string }[]>`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`
    return new Set(rows.map((row) => row.migration_name))
  } catch {
    return null
  }
}

/** Ends this process's connections: for a script, which would otherwise wait for them to time out. */
export async function disconnect(): Promise<void> {
  await kept.touchstoneClient?.$disconnect()
  delete kept.touchstoneClient
}
