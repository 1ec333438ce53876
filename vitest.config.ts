import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

// `server-only` throws outside Next; it stands in lib/platform/db.ts to keep the database out of browsers.
const alias = { '@': root, 'server-only': path.join(root, 'node_modules/server-only/empty.js') }

const elsewhere = ['node_modules/**', '.next*/**', '.data/**', 'e2e/**']

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['prisma/test-database/global-setup.ts'],
          setupFiles: ['prisma/test-database/worker.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
