import { spawnSync } from 'node:child_process'
import { Client } from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres'
import { dropDatabase, recreateDatabase, templateDatabase } from './test-databases'
const pg = await startEmbeddedPostgres()
const name = 'touchstone_trial_directory'
const template = await templateDatabase(pg, 'test', [], async () => {})
await recreateDatabase(pg.ownerUrl, name, template)
const go = (url: string, line: string) => {
  const r = spawnSync('bash', ['-c', line], { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' })
  console.log(JSON.stringify(r.stdout.slice(-600)), r.stderr, r.status)
}
const cmd = 'tsx --conditions=react-server scripts/import-ods.ts'
try {
  go(pg.urlsOf(name).appUrl, `script -qec "${cmd} /tmp/dirwork/etr.csv --dry-run" /dev/null | head -c 500`)
  go(pg.urlsOf('postgres').appUrl, `${cmd} /tmp/dirwork/etr.csv`)
  go(pg.urlsOf('nonesuch').appUrl, `${cmd} /tmp/dirwork/etr.csv`)
  const sparse = '/tmp/dirwork/etr-big.csv'
  spawnSync('bash', ['-c', `python3 -c "
import re
rows=open('/tmp/dirwork/etr.csv').read().split('\\r\\n')[:1]
out=open('${sparse}','w')
for n in range(40000):
    out.write(rows[0].replace('G6V2S','T%06d'%n)+'\\n')
"`])
  console.time('40,000 rows'); go(pg.urlsOf(name).appUrl, `${cmd} ${sparse} | tail -4`); console.timeEnd('40,000 rows')
  console.time('again'); go(pg.urlsOf(name).appUrl, `${cmd} ${sparse} | tail -4`); console.timeEnd('again')
} finally { await dropDatabase(pg.ownerUrl, name); await pg.stop() }
