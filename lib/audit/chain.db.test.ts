import { Client } from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { publicHistory, record } from './queries'
import { publicReader, recordEvent, systemActor } from './record-event'
import { verifyChain } from './verify-chain'

const registrar = { personId: null, bodyId: null, role: 'registrar' }
const buyer = { personId: null, bodyId: null, role: 'buyer' }
const productId = '00000000-0000-4000-8000-000000000001'

const tell = (type: string, isPublic = false) => inTransaction(systemActor, (tx) => recordEvent(tx, systemActor, { type, subjectKind: 'test', subjectId: type, productId, isPublic, detail: { word: 'naïve, ünïcode', nested: { b: 1, a: [true, null] } } }))

async function asOwner(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env['MIGRATION_DATABASE_URL'] })
  await client.connect()
  // The triggers stop the owner's hand too, so the forger has to switch them off.
  await client.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await client.query(sql)
  await client.query('ALTER TABLE audit_event ENABLE TRIGGER USER')
  await client.end()
}

afterAll(disconnect)
beforeEach(() => asOwner('TRUNCATE audit_event'))

describe('the record', () => {
  test('holds, over many writers at once, in one chain without gaps', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => tell(`test.${i}`)))
    const report = await verifyChain()
    expect(report).toMatchObject({ entries: 12, brokenAt: null })
  })

  test('shows where an entry was changed', async () => {
    for (const type of ['test.a', 'test.b', 'test.c']) await tell(type)
    await asOwner(`UPDATE audit_event SET detail = '{"word":"other"}' WHERE position = 2`)
    expect((await verifyChain()).brokenAt).toBe('entry 2 has been changed')
  })

  test('shows where an entry was taken out', async () => {
    for (const type of ['test.a', 'test.b', 'test.c']) await tell(type)
    await asOwner('DELETE FROM audit_event WHERE position = 2')
    expect((await verifyChain()).brokenAt).toBe('entry 2 is missing; the next one is 3')
  })

  test('cannot be changed or emptied by the program', async () => {
    await tell('test.a')
    await expect(inTransaction(systemActor, (tx) => tx.auditEvent.updateMany({ data: { type: 'x' } }))).rejects.toThrow('permission denied')
    await expect(inTransaction(systemActor, (tx) => tx.auditEvent.deleteMany())).rejects.toThrow('permission denied')
    await expect(inTransaction(systemActor, (tx) => tx.$executeRaw`TRUNCATE audit_event`)).rejects.toThrow('permission denied')
  })

  test('is not written in the name of another person', async () => {
    const forged = { personId: '00000000-0000-4000-8000-000000000002', bodyId: null, role: 'lead_assessor' }
    await expect(inTransaction(buyer, (tx) => recordEvent(tx, forged, { type: 'x', subjectKind: 'test', subjectId: 'x' }))).rejects.toThrow('row-level security')
  })

  test('is read whole by a registrar, in public parts by everybody, and not at all by nobody', async () => {
    await tell('test.private')
    await tell('test.public', true)
    expect((await record(registrar, { page: 1 }))?.total).toBe(2)
    expect(await record(buyer, { page: 1 })).toBeNull()
    expect((await publicHistory(productId)).rows.map(({ type }) => type)).toEqual(['test.public'])
    expect(await reading(publicReader, (tx) => tx.auditEvent.count())).toBe(1)
    expect(await reading({ ...publicReader, role: '' }, (tx) => tx.auditEvent.count())).toBe(0)
  })
})
