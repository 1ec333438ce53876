import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'

/**
 * A client that acts as the application's role, which may not change the record of the past, whatever login the address names.
 * The program itself imports `db.ts`; this factory is for scripts and tests.
 */
export function createPrismaClient(connectionString: string, role: 'touchstone_app' | 'owner' = 'touchstone_app') {
  const asRole = role === 'owner' ? '' : '-c role=touchstone_app '
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    options: `${asRole}-c statement_timeout=20000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000`,
  })
  return new PrismaClient({ adapter })
}
