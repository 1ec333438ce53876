import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { checkDatabase, preflight, wishedPort } from './preflight'

afterEach(() => vi.unstubAllEnvs())

test('a port that another program holds is named, with another to try', { timeout: 15_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  await expect(preflight(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is in use by another program. Stop that, or choose another port: PORT=${port + 1} npm run demo`)
  other.close()
})

test.each(['abc', '0', '70000', '80.5'])('PORT=%s is refused in words', (text) => {
  vi.stubEnv('PORT', text)
  expect(wishedPort).toThrow(`PORT is '${text}'; it must be a whole number from 1 to 65535.`)
})

test('a database that cannot be reached is named without its password', async () => {
  const address = 'postgresql://someone:secret@127.0.0.1:1/register'
  await expect(checkDatabase('DATABASE_URL', address)).rejects.toThrow('Cannot use DATABASE_URL (127.0.0.1:1/register): nothing answers there.')
  await expect(checkDatabase('DATABASE_URL', address)).rejects.not.toThrow('secret')
})

test('an address of another kind of database is refused', async () => {
  await expect(checkDatabase('DATABASE_URL', 'mysql://localhost/register')).rejects.toThrow('DATABASE_URL is not a PostgreSQL address.')
})
