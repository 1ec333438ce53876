import { statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { Client } from 'pg'
import { waitFor } from './processes'
import { dataDir, errorCode, prepareDataDir } from './project'
import { Stop } from './terminal'

const NEEDED_BYTES = 1_000_000_000

/** Finds out before any work what would stop it later. @throws Stop which says how to mend it */
export async function preflight(port: number, host: string): Promise<void> {
  prepareDataDir()
  const disk = statfsSync(dataDir)
  const freeBytes = disk.bavail * disk.bsize
  if (freeBytes < NEEDED_BYTES) throw new Stop(`Only ${Math.floor(freeBytes / 1_000_000)} MB of disk space are free, and 1,000 MB are needed. Make room, and try again.`)
  // A program that was just killed may hold its port for another moment.
  await waitFor(3_000, async () => ((await whyNotListen(port, host)) === 'EADDRINUSE' ? null : true))
  const taken = await whyNotListen(port, host)
  if (taken === 'EADDRINUSE') throw new Stop(`Port ${port} is in use by another program. Stop that, or choose another port: PORT=${port + 1} npm run demo`)
  if (taken === 'EACCES') throw new Stop(`Port ${port} needs more rights than you have. Choose one above 1023: PORT=3000 npm run demo`)
  if (taken) throw new Stop(`Cannot listen on ${host}, port ${port} (${taken}). Set HOST to an address of this machine, or leave it out.`)
}

/** The port from the environment, 3000 when it says none. */
export function wishedPort(): number {
  const text = process.env.PORT ?? '3000'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Stop(`PORT is '${text}'; it must be a whole number from 1 to 65535.`)
  return port
}

/** The system's code of the error, or null when the port can be had. */
function whyNotListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const listener = createServer()
    listener.once('error', (error) => resolve(errorCode(error)))
    listener.listen(port, host, () => listener.close(() => resolve(null)))
  })
}

/** @throws Stop when the address cannot be used, with the reason and without the password */
export async function checkDatabase(name: string, url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new Stop(`${name} is not a PostgreSQL address. It looks like postgres://user:password@host:5432/database`)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(`SELECT current_setting('server_version_num')::int / 10000 AS version`)
    const version = rows[0]?.version ?? 0
    if (version < 15) throw new Stop(`${name} is PostgreSQL ${version}; 15 or later is needed.`)
  } catch (error) {
    if (error instanceof Stop) throw error
    const { host, pathname } = new URL(url)
    throw new Stop(`Cannot use ${name} (${host}${pathname}): ${reason(error)}. Start that database or correct the address; without DATABASE_URL an embedded one is used.`)
  } finally {
    await client.end().catch(() => {})
  }
}

function reason(error: unknown): string {
  const known: Record<string, string> = { ECONNREFUSED: 'nothing answers there', ENOTFOUND: 'there is no such host', '28P01': 'the password is wrong', '3D000': 'there is no such database' }
  return known[errorCode(error)] ?? (error instanceof Error ? error.message : String(error))
}
