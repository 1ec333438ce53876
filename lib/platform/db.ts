import 'server-only'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
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

async function introduce(tx: Tx, asker: Asker): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('touchstone.person_id', ${asker.personId ?? ''}, true),
           set_config('touchstone.body_id', ${asker.bodyId ?? ''}, true),
           set_config('touchstone.role', ${asker.role}, true)`
}

/** Runs a command: all of it is stored, or none. The database is told who acts, and shows and takes only what they may see and do. */
export async function inTransaction<T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(async (tx) => {
    await introduce(tx, asker)
    return work(tx)
  }, { timeout: 30_000, maxWait: 10_000 })
}

/** Runs a query over one consistent picture of the database; a write inside it is refused. */
export async function reading<T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`
    await introduce(tx, asker)
    return work(tx)
  }, { timeout: 30_000, maxWait: 10_000 })
}

/** True when the database answers. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await client().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
