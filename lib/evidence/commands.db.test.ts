import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import type { Actor, Member } from '@/lib/identity/actor'
import { atInstant } from '@/lib/platform/clock'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { createPrismaClient } from '@/lib/platform/prisma-client'
import { createProduct, registerSupplier } from '@/lib/registry/commands'
import { addLinkRevision, addRevision, changeVisibility, receiveFile, receiveLink } from './commands'
import { storeFile } from './file-store'
import { evidenceForDownload, evidenceItem, evidenceLibrary, nextToEnd } from './queries'
import type { EvidenceForm } from './schema'

const owner = createPrismaClient(process.env.MIGRATION_DATABASE_URL ?? '', 'owner')
const instant = new Date('2026-06-15T12:00:00Z')

async function person(name: string) {
  const email = `${randomUUID()}@example.test`
  const { id } = await inTransaction(systemActor, (tx) => tx.person.create({ data: { name, email } }))
  return { personId: id, name, email, sessionId: randomUUID() }
}

async function supplier(name: string): Promise<Member> {
  const who = await person(`Admin of ${name}`)
  const form = { formKey: randomUUID(), name, companiesHouseNumber: null, address: 'Leeds', website: null, contactEmail: 'sales@example.test', description: '' }
  const { supplierId } = await registerSupplier({ ...who, bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }, form)
  return { ...who, bodyId: supplierId, bodyKind: 'supplier', bodyName: name, role: 'supplier_admin' }
}

const member = async (role: 'buyer' | 'assessor' | 'registrar'): Promise<Actor> => {
  const kind = { buyer: 'nhs', assessor: 'assessor', registrar: 'register' } as const
  return { ...(await person(role)), bodyId: randomUUID(), bodyKind: kind[role], bodyName: 'A body', role }
}

const form = (itemName: string, more: Partial<EvidenceForm> = {}): EvidenceForm => ({ formKey: randomUUID(), itemName, visibility: 'assessors', collectedOn: '2026-06-01', expiresOn: null, ...more })
const file = (text = 'Tested on every page') => storeFile(Readable.from([Buffer.from(text)]), 'report.txt')
const receive = async (actor: Actor, given: EvidenceForm) => {
  const kept = await file()
  return atInstant(instant, () => receiveFile(actor, given, kept))
}
const eventsOf = (subjectId: string) => reading({ personId: null, bodyId: null, role: 'registrar' }, (tx) => tx.auditEvent.findMany({ where: { subjectId }, orderBy: { position: 'asc' } }))
const refused = (kind: string, field?: string): unknown => expect.objectContaining({ name: 'DomainError', kind, ...(field ? { field } : {}) })

let larkrise: Member
let rival: Member
beforeAll(async () => {
  larkrise = await supplier('Larkrise Health')
  rival = await supplier('Hollybank Systems')
})
afterAll(async () => {
  await owner.$disconnect()
  await disconnect()
})

describe('receiving evidence', () => {
  test('keeps the item, its first revision and one event, once for a form sent twice', async () => {
    const given = form('Penetration test', { expiresOn: '2027-05-31' })
    const [first, second] = await Promise.all([receive(larkrise, given), receive(larkrise, given)])
    expect(second).toEqual(first)
    expect(await evidenceItem(larkrise, first.itemId)).toMatchObject({
      name: 'Penetration test', visibility: 'assessors', uses: [],
      revisions: [{ id: first.revisionId, number: 1, kind: 'file', fileName: 'report.txt', mediaType: 'text/plain', sizeBytes: 20, collectedOn: '2026-06-01', expiresOn: '2027-05-31', receivedAt: instant }],
    })
    expect((await eventsOf(first.itemId)).map(({ type }) => type)).toEqual(['evidence.received'])
  })

  test('keeps the address of a link', async () => {
    const { itemId } = await atInstant(instant, () => receiveLink(larkrise, { ...form('Certificate register'), url: 'https://example.test/certificates/1' }))
    expect((await evidenceItem(larkrise, itemId))?.revisions).toMatchObject([{ kind: 'link', url: 'https://example.test/certificates/1', sha256: null }])
  })

  test('refuses a day that has not come, beside its field', async () => {
    await expect(receive(larkrise, form('From the future', { collectedOn: '2026-06-16' }))).rejects.toEqual(refused('invalid', 'collectedOn'))
  })

  test.each(['buyer', 'assessor', 'registrar'] as const)('is not for a %s', async (role) => {
    await expect(receive(await member(role), form('Not mine to give'))).rejects.toEqual(refused('forbidden'))
  })
})

describe('a newer revision', () => {
  test('gets the next number, and two at once get two', async () => {
    const { itemId } = await receive(larkrise, form('Yearly audit'))
    const kept = await file('The next year')
    const newer = { formKey: randomUUID(), itemId, collectedOn: '2026-06-10', expiresOn: null }
    await atInstant(instant, () => Promise.all([addRevision(larkrise, newer, kept), addLinkRevision(larkrise, { ...newer, formKey: randomUUID(), url: 'https://example.test/audit' })]))
    await atInstant(instant, () => addRevision(larkrise, newer, kept))
    expect((await evidenceItem(larkrise, itemId))?.revisions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(await eventsOf(itemId)).toHaveLength(3)
  })

  test('is not a rival’s to add, nor its visibility to change', async () => {
    const { itemId } = await receive(larkrise, form('Private audit'))
    const newer = { formKey: randomUUID(), itemId, collectedOn: '2026-06-10', expiresOn: null, url: 'https://example.test' }
    await expect(addLinkRevision(rival, newer)).rejects.toEqual(refused('not-found'))
    await expect(changeVisibility(rival, { itemId, version: 1, visibility: 'public' })).rejects.toEqual(refused('not-found'))
    expect(await evidenceItem(rival, itemId)).toBeNull()
  })

  test('stays as it was received, whoever tries', async () => {
    const { revisionId } = await receive(larkrise, form('Unchanged'))
    await expect(inTransaction(larkrise, (tx) => tx.evidenceRevision.update({ where: { id: revisionId }, data: { number: 9 } }))).rejects.toThrow()
  })
})

test('two people who change who may open an item leave one winner', async () => {
  const { itemId } = await receive(larkrise, form('Contested'))
  const outcomes = await Promise.allSettled((['public', 'buyers'] as const).map((visibility) => changeVisibility(larkrise, { itemId, version: 1, visibility })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('the library', () => {
  test('lists the latest revisions by the chosen order, with the true total and pages', async () => {
    const many = await supplier('Many Papers')
    for (let i = 1; i <= 21; i++) await receive(many, form(`Paper ${String(i).padStart(2, '0')}`, i === 21 ? { expiresOn: '2026-07-01' } : {}))
    expect(await evidenceLibrary(many, { sort: 'name', page: 2 })).toMatchObject({ total: 21, page: 2, pages: 2, rows: [{ name: 'Paper 21', revisions: 1, usedIn: 0, latest: { kind: 'file', expiresOn: '2026-07-01' } }] })
    expect((await evidenceLibrary(many, { sort: 'expires', page: 1 })).rows[0]?.name).toBe('Paper 21')
    expect((await evidenceLibrary(many, { sort: 'newest', page: 1 })).rows).toHaveLength(20)
  })

  test('of another supplier is another library', async () => {
    expect((await evidenceLibrary(rival, { sort: 'name', page: 1 })).total).toBe(0)
    expect((await evidenceLibrary(await member('assessor'), { sort: 'name', page: 1 })).total).toBe(0)
  })
})

describe('what ends next', () => {
  test('is the earliest last day among what a release’s answers show, for its own supplier', async () => {
    await owner.$executeRaw`ALTER TABLE answer DROP CONSTRAINT an_answer_is_to_a_criterion`
    const { releaseId } = await createProduct(larkrise, { formKey: randomUUID(), name: 'Ending', summary: 'x', label: '1.0' })
    expect(await nextToEnd(larkrise, releaseId)).toBeNull()
    for (const [name, expiresOn] of [['Later', '2027-03-31'], ['Sooner', '2026-12-31'], ['Never', null]] as const) {
      const { revisionId } = await receive(larkrise, form(name, { expiresOn }))
      const answer = { releaseId, supplierId: larkrise.bodyId, criterionId: randomUUID(), updatedById: larkrise.personId }
      const { id } = await inTransaction(larkrise, (tx) => tx.answer.create({ data: answer }))
      await inTransaction(larkrise, (tx) => tx.answerEvidence.create({ data: { answerId: id, revisionId, supplierId: larkrise.bodyId } }))
    }
    expect(await nextToEnd(larkrise, releaseId)).toMatchObject({ name: 'Sooner', expiresOn: '2026-12-31' })
    expect(await nextToEnd(rival, releaseId)).toBeNull()
    expect((await evidenceLibrary(larkrise, { sort: 'expires', page: 1 })).rows.find(({ name }) => name === 'Sooner')?.usedIn).toBe(1)
  })
})

// A decision needs an assessor, a lead and all they do. Here only what row-level security reads of it matters, so this file's own database is told without them.
async function allowBareDecisions() {
  await owner.$executeRaw`ALTER TABLE submission_evidence DROP CONSTRAINT submission_evidence_submission, DROP CONSTRAINT a_submission_shows_evidence_for_a_criterion`
  await owner.$executeRaw`ALTER TABLE listing_decision DROP CONSTRAINT a_listing_is_decided_on_what_was_submitted, DROP CONSTRAINT the_lister_declared_no_conflict`
  await owner.$executeRaw`ALTER TABLE listing_decision DISABLE TRIGGER USER`
}

async function putOnRegister(revisionId: string) {
  const { productId, releaseId } = await createProduct(larkrise, { formKey: randomUUID(), name: `Shown ${revisionId}`, summary: 'x', label: '1.0' })
  const [assessment, submission, somebody] = [randomUUID(), randomUUID(), randomUUID()]
  await owner.$executeRaw`INSERT INTO submission_evidence (submission_id, release_id, criterion_id, revision_id) VALUES (${submission}::uuid, ${releaseId}::uuid, ${somebody}::uuid, ${revisionId}::uuid)`
  await owner.$executeRaw`INSERT INTO listing_decision (assessment_id, submission_id, release_id, outcome, reason, content_hash, submitted_by_id, decided_by_id, deciding_body_id)
    VALUES (${assessment}::uuid, ${submission}::uuid, ${releaseId}::uuid, 'listed', 'r', 'h', ${larkrise.personId}::uuid, ${somebody}::uuid, ${somebody}::uuid)`
  await owner.$executeRaw`INSERT INTO listing (product_id, release_id) VALUES (${productId}::uuid, ${releaseId}::uuid)`
}

describe('opening a file', () => {
  beforeAll(allowBareDecisions)

  const askers = async () => ({ own: larkrise, rival, buyer: await member('buyer'), assessor: await member('assessor'), registrar: await member('registrar'), anybody: publicReader })
  const mayOpen = async (revisionId: string) => {
    const opened: string[] = []
    for (const [who, asker] of Object.entries(await askers())) if (await evidenceForDownload(asker, revisionId)) opened.push(who)
    return opened
  }

  test.each(['assessors', 'buyers', 'public'] as const)('that is open to %s and has been sent nowhere is for its supplier alone', async (visibility) => {
    const { revisionId } = await receive(larkrise, form(`Unsent, ${visibility}`, { visibility }))
    expect(await mayOpen(revisionId)).toEqual(['own'])
  })

  test.each([
    ['assessors', ['own']],
    ['buyers', ['own', 'buyer']],
    ['public', ['own', 'rival', 'buyer', 'registrar', 'anybody']],
  ] as const)('that is open to %s and stands behind a listing is for %j, besides those who judge it', async (visibility, expected) => {
    const { revisionId } = await receive(larkrise, form(`Listed, ${visibility}`, { visibility }))
    await putOnRegister(revisionId)
    expect((await mayOpen(revisionId)).filter((who) => who !== 'assessor')).toEqual(expected)
  })

  test('gives nothing for a link, for what does not exist and for nonsense', async () => {
    const { revisionId } = await atInstant(instant, () => receiveLink(larkrise, { ...form('A link'), url: 'https://example.test' }))
    for (const asked of [revisionId, randomUUID(), '../../etc/passwd']) expect(await evidenceForDownload(larkrise, asked)).toBeNull()
  })
})
