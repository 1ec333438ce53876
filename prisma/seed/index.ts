import { env } from '@/lib/platform/env'
import { disconnect } from '@/lib/platform/db'
import { loadDemonstration } from './demonstration/load'
import { loadReference } from './reference'

/*
 * `npm run seed`: loads the reference content and, with DEMONSTRATION=true, the demonstration. A second run changes nothing.
 * Node runs it with --conditions=react-server, because what only servers may import is in it.
 */

const say = (line: string) => void process.stdout.write(`${line}\n`)

const started = Date.now()
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} seconds`

const stopping = new AbortController()
// Once: a second Ctrl-C ends it at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

try {
  const differing = await loadReference()
  say(differing === 0 ? 'The reference content is up to date.' : `Loaded the reference content: ${differing.toLocaleString('en-GB')} entries, after ${seconds()}.`)
  if (env().isDemonstration) {
    const isNew = await loadDemonstration(process.env.MIGRATION_DATABASE_URL ?? env().DATABASE_URL, stopping.signal, say)
    say(isNew ? `Loaded the demonstration, after ${seconds()}.` : 'The demonstration is there already.')
  }
} catch (error) {
  if (!stopping.signal.aborted) throw error
  say('Stopped. The next run goes on from here.')
  process.exitCode = 130
} finally {
  await disconnect()
}
