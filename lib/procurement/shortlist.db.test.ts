import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideListing } from '@/lib/assessment/commands/decide'
import { decideAll, judgeAll, listingFormOf, person, publishContent, submitted, supplier } from '@/lib/assessment/world-for-tests'
import { systemActor } from '@/lib/audit/record-event'
import { projectEntry } from '@/lib/catalogue/project-entry'
import type { Actor, Member } from '@/lib/identity/actor'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { addToShortlist, changeNote, removeFromShortlist } from './commands'
import { productsToAdd, shortlist, shortlistCsv, shortlistItem, type ShortlistRow } from './queries'
import { addForm, shortlistView } from './schema'

let owner: Member
let assessor: Member
let lead: Member
let buyer: Member
let colleague: Member
const view = shortlistView.parse({})

async function listed(name: string): Promise<string> {
  const offered = await submitted(owner, name)
  await judgeAll(assessor, offered.assessmentId)
  await decideAll(lead, offered.assessmentId)
  await decideListing(lead, await listingFormOf(lead, offered.assessmentId), projectEntry)
  return offered.slug
}

async function buyerOf(bodyId: string, name: string): Promise<Member> {
  const email = `${randomUUID()}@example.test`
  const { id: personId } = await inTransaction(systemActor, async (tx) => {
    const created = await tx.person.create({ data: { name, email } })
    await tx.membership.create({ data: { personId: created.id, bodyId, bodyKind: 'nhs', role: 'buyer' } })
    return created
  })
  return { personId, name, email, sessionId: randomUUID(), bodyId, bodyKind: 'nhs', bodyName: 'Example Trust', role: 'buyer' }
}

const add = (actor: Actor, product: string[], note = '', formKey = randomUUID() as string) => addToShortlist(actor, addForm.parse({ formKey, product, note }))
const events = () => reading({ personId: null, bodyId: null, role: 'registrar' }, (tx) => tx.auditEvent.findMany({ where: { subjectKind: 'shortlist' }, orderBy: { position: 'asc' } }))

async function first(actor: Actor): Promise<ShortlistRow> {
  const [row] = (await shortlist(actor, view)).rows
  if (!row) throw new Error('The shortlist is empty')
  return row
}

beforeAll(async () => {
  await publishContent()
  owner = await supplier('Larkrise Health')
  assessor = await person('assessor', 'Ann Assessor')
  lead = await person('lead_assessor', 'Lee Lead', assessor.bodyId)
  await listed('Larkrise Meds')
  await listed('Larkrise Notes')
  const body = await inTransaction(systemActor, async (tx) => {
    await tx.organisation.create({ data: { odsCode: 'ZZ1', name: 'Example Trust', kind: 'trust', source: 'test' } })
    return tx.body.create({ data: { kind: 'nhs', name: 'Example Trust', odsCode: 'ZZ1' } })
  })
  buyer = await buyerOf(body.id, 'Bea Buyer')
  colleague = await buyerOf(body.id, 'Cal Colleague')
})
afterAll(disconnect)

describe('a shortlist', () => {
  test('takes products with a note, once, with one event', async () => {
    const key = randomUUID()
    expect(await productsToAdd(buyer, ['larkrise-meds', 'nothing'])).toEqual([{ slug: 'larkrise-meds', name: 'Larkrise Meds', supplierName: 'Larkrise Health', isThere: false }])
    expect(await add(buyer, ['larkrise-meds', 'larkrise-notes'], '  Ask about wards ', key)).toBe(2)
    expect(await add(buyer, ['larkrise-meds', 'larkrise-notes'], 'Ask about wards', key)).toBe(2)
    await expect(add(buyer, ['larkrise-meds'])).rejects.toThrow('This product is already on your shortlist')
    expect((await events()).map(({ type, isPublic }) => [type, isPublic])).toEqual([['shortlist.added', false]])
    const { rows, total } = await shortlist(buyer, { ...view, sort: 'name' })
    expect([total, rows.map(({ product, note, entry }) => [product.name, note, entry?.status])]).toEqual([2, [['Larkrise Meds', 'Ask about wards', 'met'], ['Larkrise Notes', 'Ask about wards', 'met']]])
  })

  test('is nobody else’s to see or to change', async () => {
    const item = await first(buyer)
    for (const other of [colleague, owner, assessor, lead]) {
      expect([(await shortlist(other, view)).total, await shortlistItem(other, item.id)]).toEqual([0, null])
      await expect(changeNote(other, { itemId: item.id, version: 1, note: 'x' })).rejects.toThrow('There is no such product on your shortlist')
      await expect(removeFromShortlist(other, { itemId: item.id, version: 1 })).rejects.toThrow('There is no such product on your shortlist')
    }
    for (const other of [owner, assessor, lead]) await expect(add(other, ['larkrise-meds'])).rejects.toThrow('Only a buyer keeps a shortlist')
  })

  test('is closed to the database too, whoever asks for another’s', async () => {
    const seen = (actor: { personId: string | null; bodyId: string | null; role: string }) => reading(actor, (tx) => tx.shortlistItem.count())
    expect([await seen(buyer), await seen(colleague), await seen(lead), await seen(systemActor), await seen({ ...buyer, role: 'registrar' })]).toEqual([2, 0, 0, 0, 0])
  })

  test('refuses what is not on the register', async () => {
    await expect(add(buyer, ['larkrise-meds', 'larkrise-draft'])).rejects.toThrow('not on the register')
  })

  test('does not overwrite a note that changed meanwhile', async () => {
    const item = await first(buyer)
    await changeNote(buyer, { itemId: item.id, version: 1, note: 'Seen it' })
    await expect(changeNote(buyer, { itemId: item.id, version: 1, note: 'Other' })).rejects.toThrow('Somebody changed this')
    await expect(removeFromShortlist(buyer, { itemId: item.id, version: 1 })).rejects.toThrow('Somebody changed this')
    expect(await shortlistItem(buyer, item.id)).toMatchObject({ note: 'Seen it', version: 2 })
  })

  test('comes out as CSV with hostile notes as text', async () => {
    const item = await first(buyer)
    await changeNote(buyer, { itemId: item.id, version: 2, note: '=HYPERLINK("https://evil.example")\n"quoted", and more' })
    const [headings, ...rows] = parse(await shortlistCsv(buyer, 'https://touchstone.example'), { bom: true })
    expect(headings).toContain('Note')
    const at = headings?.indexOf('Note') ?? -1
    expect(rows.map((row) => row[at]).sort()).toEqual(['\'=HYPERLINK("https://evil.example")\n"quoted", and more', 'Ask about wards'])
    expect(rows.every((row) => row.length === headings?.length)).toBe(true)
    expect(rows.flat()).toContain('https://touchstone.example/products/larkrise-notes')
  })

  test('loses what is taken off, and shows what left the register as gone', async () => {
    const item = await first(buyer)
    await removeFromShortlist(buyer, { itemId: item.id, version: item.version })
    const left = await first(buyer)
    await inTransaction(systemActor, (tx) => tx.catalogueEntry.deleteMany({ where: { slug: left.product.slug } }))
    expect([(await shortlist(buyer, view)).total, (await first(buyer)).entry]).toEqual([1, null])
    expect(await shortlistCsv(buyer, 'https://touchstone.example')).toContain('No longer on the register')
    expect((await events()).map(({ type }) => type)).toEqual(['shortlist.added', 'shortlist.noted', 'shortlist.noted', 'shortlist.removed'])
  })
})
