import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { loadCapabilities } from '../lib/registry/load-capabilities'
import { loadStandards } from '../lib/standards/load-content'
import { systemActor } from '../lib/audit/record-event'
import { searchCatalogue } from '../lib/catalogue/queries/search-catalogue'
import { disconnect, inTransaction } from '../lib/platform/db'
import { dropDatabase, inDatabase, recreateDatabase } from '../scripts/databases'
import { startEmbeddedPostgres } from '../scripts/embedded-postgres'
import { migrate } from '../scripts/migrate'
import { runScript, say } from '../scripts/terminal'

/**
 * How fast the product search answers, as a ratio to the bare limit: one row by its key through the same driver, in the same run.
 * `npm run bench -- 100000` chooses how many products; 10,000 when nothing is said.
 */

const searches: { name: string; params: Record<string, string | string[]> }[] = [
  { name: 'everything, first page', params: {} },
  { name: 'a rare word', params: { q: 'zephyr' } },
  { name: 'a common word that meets the standards', params: { q: 'record', compliant: 'yes' } },
  { name: 'two capabilities and a standard', params: { capability: ['C14', 'C5'], standard: 'CE' } },
]

const database = 'touchstone_bench'
const products = Number(process.argv[2] ?? 10_000)
const rounds = 15

/** Made-up entries: every tenth has a common word, every thousandth a rare one, two thirds meet the standards. */
const makeEntries = `
  INSERT INTO catalogue_entry (product_id, release_id, slug, name, summary, supplier_slug, supplier_name, release_label, hosting, care_settings, interfaces, capability_refs, listed_on, compliant_during, words)
  SELECT p.id, gen_random_uuid(), p.slug, p.name, p.summary, 's' || (n % 500), 'Supplier ' || (n % 500), '1.0', (ARRAY['public-cloud','private-cloud','on-premises','hybrid'])[1 + n % 4],
    ARRAY['acute'], ARRAY['fhir-r4'], ARRAY['C' || (1 + n % 16), 'C' || (5 + n % 11)], date '2026-01-01' + n % 300,
    CASE WHEN n % 3 = 0 THEN '{}' ELSE datemultirange(daterange('2026-01-01', '2027-06-30')) END, to_tsvector('english', p.name || ' ' || p.summary)
  FROM (SELECT product.*, split_part(slug, '-', 2)::int AS n FROM product) p`

async function fill(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`INSERT INTO body (kind, name) VALUES ('supplier', 'Bench')`)
  await client.query(`INSERT INTO supplier (id, slug, name, address, contact_email) SELECT id, 'bench', 'Bench', '', '' FROM body`)
  await client.query(`
    INSERT INTO product (supplier_id, slug, name, summary, features)
    SELECT s.id, 'p-' || n, 'Product ' || n, CASE WHEN n % 1000 = 0 THEN 'zephyr' WHEN n % 10 = 0 THEN 'shared care record' ELSE 'appointments and letters' END, '{}'
    FROM supplier s, generate_series(1, ${products}) n`)
  await client.query(makeEntries)
  await client.query(`INSERT INTO catalogue_standing (product_id, standard_id, mandatory, met_during) SELECT product_id, standard_id, true, compliant_during FROM catalogue_entry, unnest(ARRAY['CE', 'DTAC', 'TLS', 'WCAG22']) standard_id`)
  await client.query('ANALYZE')
  await client.end()
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN
}

await runScript(async () => {
  const postgres = await startEmbeddedPostgres()
  try {
    await recreateDatabase(postgres.ownerUrl, database)
    const ownerUrl = inDatabase(postgres.ownerUrl, database)
    await migrate(ownerUrl)
    process.env.DATABASE_URL = inDatabase(postgres.appUrl, database)
    process.env.NEXTAUTH_SECRET ??= 'only the bench knows this secret, which it never uses'
    await loadStandards()
    await inTransaction(systemActor, loadCapabilities)
    say(`Making ${products.toLocaleString('en-GB')} products.`)
    await fill(ownerUrl)

    const bare = new Client({ connectionString: process.env.DATABASE_URL })
    await bare.connect()
    const limit = await medianMs(() => bare.query('SELECT name FROM catalogue_entry WHERE slug = $1', ['p-7']))
    await bare.end()
    const lines = [`${products.toLocaleString('en-GB')} products. Bare limit, one row by key: ${limit.toFixed(2)} ms (median of ${rounds}).`]
    for (const { name, params } of searches) {
      const { total } = await searchCatalogue(params)
      const ms = await medianMs(() => searchCatalogue(params))
      lines.push(`${name}: ${total.toLocaleString('en-GB')} found, ${ms.toFixed(1)} ms, ${Math.round(ms / limit)} times the bare limit`)
    }
    lines.forEach((line) => say(line))
    writeFileSync(path.join(import.meta.dirname, `search-${products}.txt`), `${lines.join('\n')}\n`)
  } finally {
    await disconnect()
    await dropDatabase(postgres.ownerUrl, database)
    await postgres.stop()
  }
})
