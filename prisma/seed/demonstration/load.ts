import { Client } from 'pg'
import { today } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { demonstrationSteps, products } from './demonstration'
import { keepReceipt, receipt } from './receipts'
import { tellSteps, untoldSteps, type Step } from './step'

const whole = 'the whole demonstration'
const begunOn = 'the day from which it is told'

/** Loaders of one database take turns. */
const LOADER_LOCK = 7203130

async function letTimeBeTold(owner: Client): Promise<void> {
  try {
    await owner.query('DELETE FROM demonstration_clock')
    await owner.query('INSERT INTO demonstration_clock DEFAULT VALUES')
  } catch (cause) {
    throw new Error('The demonstration tells its past, which only the owner of the tables can allow. Give the owner’s login in MIGRATION_DATABASE_URL', { cause })
  }
}

/** While the clock's table has a row, the database believes what time it is told; only the owner can let it. */
async function withOwnersHelp(owner: Client, work: () => Promise<void>): Promise<void> {
  const { rows: [database] } = await owner.query<{ name: string }>('SELECT quote_ident(current_database()) AS name')
  // A demonstration that a power cut takes away is told again; not waiting for the disk halves the time.
  const waitLess = `ALTER DATABASE ${database?.name ?? ''} SET synchronous_commit = off`
  await letTimeBeTold(owner)
  try {
    await owner.query(waitLess).catch(() => undefined)
    // Connections take up the setting when they are opened.
    await disconnect()
    await work()
  } finally {
    await owner.query('DELETE FROM demonstration_clock')
    await owner.query(`ALTER DATABASE ${database?.name ?? ''} RESET synchronous_commit`).catch(() => undefined)
    await disconnect()
  }
}

/** The day is kept, so that a loading that goes on tomorrow tells the same past. */
async function firstDay(): Promise<string> {
  const kept = await receipt(begunOn)
  if (kept !== null) return kept
  const day = today()
  await keepReceipt(begunOn, day)
  return day
}

const secondsBetweenLines = 4

const productOf = ({ name }: Step) => products.find((product) => name.startsWith(`${product.name} `))?.name ?? ''

/** Tells how many products are finished, every few seconds. */
function progress(steps: readonly Step[], all: number, say: (line: string) => void) {
  const open = new Map([...Map.groupBy(steps, productOf)].map(([product, own]) => [product, own.length]))
  let told = all - steps.length
  let last = Date.now()
  return (step: Step) => {
    told++
    open.set(productOf(step), (open.get(productOf(step)) ?? 1) - 1)
    if (Date.now() - last < secondsBetweenLines * 1000) return
    last = Date.now()
    const finished = products.filter(({ name }) => (open.get(name) ?? 0) === 0).length
    say(`The demonstration: ${finished} of ${products.length} products, ${told} of ${all} steps.`)
  }
}

/**
 * Loads the demonstration, once. What an earlier loading told before it was stopped is kept, and the rest is told now.
 * @param ownerUrl a login that owns the database
 * @param stop ends the loading after the steps under way; the next loading goes on there
 * @returns false when it was there already
 */
export async function loadDemonstration(ownerUrl: string, stop: AbortSignal, say: (line: string) => void): Promise<boolean> {
  if ((await receipt(whole)) !== null) return false
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [LOADER_LOCK])
    if ((await receipt(whole)) !== null) return false
    const steps = demonstrationSteps(await firstDay())
    const untold = await untoldSteps(steps)
    await withOwnersHelp(owner, () => tellSteps(untold, stop, progress(untold, steps.length, say)))
    await keepReceipt(whole, whole)
    return true
  } finally {
    await owner.end()
  }
}
