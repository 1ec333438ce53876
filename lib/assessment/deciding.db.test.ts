import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicReader } from '@/lib/audit/record-event'
import type { Member } from '@/lib/identity/actor'
import { addDays } from '@/lib/platform/day'
import { today } from '@/lib/platform/clock'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { decideListing, decideStandard } from './commands/decide'
import { carryFindings, recordOwnEvidence } from './commands/record-findings'
import { recommend } from './commands/recommend'
import { sendChangeRequests, writeChangeRequest } from './commands/request-changes'
import { assessmentPage } from './queries/assessment-page'
import { assessmentQueue } from './queries/assessment-queue'
import { proofPage } from './queries/proof-page'
import { questionsFor, taskList } from './queries/supplier-tasks'
import { workbench } from './queries/workbench'
import {
  answer, asSeen, decideAll, declare, decisionFormOf, evidence, findAll, judgeAll, list, listingFormOf, person, publishContent, recommendFor, standardAsSeen, submit, submitted, supplier, criterionOf,
} from './world-for-tests'

const refused = (kind: string, words?: RegExp): unknown => expect.objectContaining({ name: 'DomainError', kind, ...(words ? { message: expect.stringMatching(words) as unknown } : {}) })
const nothing = async () => undefined
const waiting = { status: 'waiting', q: '', sort: 'oldest', page: 1 } as const

let owner: Member
let rival: Member
let assessor: Member
let colleague: Member
let lead: Member

beforeAll(async () => {
  await publishContent()
  owner = await supplier('Larkrise Health')
  rival = await supplier('Hollybank Systems')
  assessor = await person('assessor', 'Ann Assessor')
  colleague = await person('assessor', 'Cal Colleague', assessor.bodyId)
  lead = await person('lead_assessor', 'Lee Lead', assessor.bodyId)
})
afterAll(disconnect)

describe('deciding holds to what was seen', () => {
  test('a submission that came back in a new round is refused', async () => {
    const { assessmentId, releaseId } = await submitted(owner, 'Changed Submission')
    await judgeAll(assessor, assessmentId)
    await declare(lead, assessmentId)
    const stale = await decisionFormOf(lead, assessmentId, 'ALPHA')
    const { form } = await standardAsSeen(assessor, assessmentId, 'ALPHA')
    await writeChangeRequest(assessor, { ...form, message: 'Say more', version: 0 })
    await sendChangeRequests(assessor, { assessmentId, version: (await asSeen(assessor, assessmentId)).version })
    await answer(owner, releaseId, 'ALPHA', '1.2', 'yes', { explanation: 'More' })
    await submit(owner, releaseId)
    await expect(decideStandard(lead, stale)).rejects.toEqual(refused('conflict', /not the one you opened/))
  })

  test('findings that changed after the page was opened are refused', async () => {
    const { assessmentId } = await submitted(owner, 'Changed Findings')
    await judgeAll(assessor, assessmentId)
    await declare(lead, assessmentId)
    const stale = await decisionFormOf(lead, assessmentId, 'ALPHA')
    await findAll(assessor, assessmentId, 'ALPHA', 'not_met')
    await expect(decideStandard(lead, stale)).rejects.toEqual(refused('conflict', /after you opened it/))
  })

  test('a hash that is not the submission’s is refused by the database too', async () => {
    const { assessmentId } = await submitted(owner, 'Wrong Hash')
    await judgeAll(assessor, assessmentId)
    await declare(lead, assessmentId)
    const form = await decisionFormOf(lead, assessmentId, 'ALPHA')
    await expect(decideStandard(lead, { ...form, contentHash: 'f'.repeat(64) })).rejects.toEqual(refused('conflict'))
    const { assessment } = await standardAsSeen(lead, assessmentId, 'ALPHA')
    const forced = inTransaction(lead, (tx) => tx.decision.create({
      data: {
        assessmentId, submissionId: form.submissionId, standardVersionId: form.standardVersionId, releaseId: assessment.releaseId, outcome: 'not_met', reason: 'x', contentHash: 'f'.repeat(64), submittedById: owner.personId,
        recommendedById: assessor.personId, decidedById: lead.personId, decidingBodyId: lead.bodyId, decidedOn: new Date(`${today()}T00:00:00Z`),
      },
    }))
    await expect(forced).rejects.toEqual(refused('conflict', /not the one you opened/))
  })

  test('what the findings do not support is refused, recommended and decided', async () => {
    const { assessmentId } = await submitted(owner, 'Unsupported Outcome')
    await declare(assessor, assessmentId)
    const { form } = await standardAsSeen(assessor, assessmentId, 'BETA')
    await expect(recommend(assessor, { ...form, outcome: 'met', reason: 'x', version: 0 })).rejects.toEqual(refused('invalid', /Still open: 1.1, 1.2/))
    await findAll(assessor, assessmentId, 'BETA', 'partly_met')
    await expect(recommend(assessor, { ...form, outcome: 'met', reason: 'x', version: 0 })).rejects.toEqual(refused('invalid', /do not support/))
    await recommendFor(assessor, assessmentId, 'BETA', 'not_met')
    await declare(lead, assessmentId)
    await expect(decideStandard(lead, await decisionFormOf(lead, assessmentId, 'BETA', 'met'))).rejects.toEqual(refused('invalid', /do not support/))
    await decideStandard(lead, await decisionFormOf(lead, assessmentId, 'BETA', 'not_met'))
    await expect(findAll(assessor, assessmentId, 'BETA')).rejects.toEqual(refused('conflict', /already decided/))
  })
})

describe('a request for changes', () => {
  test('returns as a new round: what was asked can be changed, the rest stays, and unchanged findings are taken over', async () => {
    const { assessmentId, releaseId } = await submitted(owner, 'Second Round')
    await judgeAll(assessor, assessmentId)
    const { form } = await standardAsSeen(assessor, assessmentId, 'ALPHA')
    await expect(sendChangeRequests(assessor, { assessmentId, version: 1 })).rejects.toEqual(refused('invalid', /at least one/))
    await writeChangeRequest(assessor, { ...form, message: 'Show the newer certificate', version: 0 })
    expect((await taskList(owner, releaseId))?.standards.map(({ changeRequest }) => changeRequest)).toEqual([undefined, undefined, undefined])
    await sendChangeRequests(assessor, { assessmentId, version: 1 })

    const tasks = await taskList(owner, releaseId)
    expect(tasks).toMatchObject({ status: 'changes_requested', canSubmit: false, missing: [expect.stringMatching(/Change something first/)] })
    expect(tasks?.standards.map(({ standardId, state, changeRequest }) => [standardId, state, changeRequest])).toEqual([
      ['ALPHA', 'changes_requested', 'Show the newer certificate'], ['BETA', 'with_assessor', undefined], ['ADVICE', 'not_started', undefined],
    ])
    await expect(answer(owner, releaseId, 'BETA', '1.1', 'no')).rejects.toEqual(refused('conflict', /asked for no change/))
    const newer = await evidence(owner, 'Newer certificate')
    await answer(owner, releaseId, 'ALPHA', '1.3', 'yes', { evidence: [newer] })
    expect(await submit(owner, releaseId)).toBe(assessmentId)

    const page = await assessmentPage(assessor, assessmentId)
    expect(page).toMatchObject({ declared: true, round: 2, standards: [{ standardId: 'ALPHA', changed: 1, judged: 0 }, { standardId: 'BETA', changed: 0 }] })
    const second = await standardAsSeen(colleague, assessmentId, 'ALPHA')
    await declare(colleague, assessmentId)
    expect(await carryFindings(colleague, second.form)).toBe(1)
    expect(await carryFindings(colleague, second.form)).toBe(0)
    const bench = await workbench(colleague, assessmentId, 'ALPHA')
    expect(bench?.criteria.map(({ criterion, change, finding, before }) => [criterion.code, change, finding?.carriedFromRound, finding?.by, before?.evidence])).toEqual([
      ['1.1', 'same', undefined, undefined, undefined], ['1.2', 'same', 1, 'Ann Assessor', undefined], ['1.3', 'changed', undefined, undefined, ['Certificate']],
    ])
    expect(bench?.unjudged).toEqual(['1.3'])
  })

  test('is not made after deciding began', async () => {
    const { assessmentId } = await submitted(owner, 'Too Late')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId, ['ALPHA'])
    const { form } = await standardAsSeen(assessor, assessmentId, 'BETA')
    await expect(writeChangeRequest(assessor, { ...form, message: 'More', version: 0 })).rejects.toEqual(refused('conflict', /already decided/))
  })
})

test('an assessor’s own evidence is kept once for one form, and is of the past', async () => {
  const { assessmentId } = await submitted(owner, 'Live Demonstration')
  await declare(assessor, assessmentId)
  const { form } = await standardAsSeen(assessor, assessmentId, 'ALPHA')
  const { id: criterionId } = await criterionOf('ALPHA', '1.2')
  const record = { ...form, criterionId, formKey: randomUUID(), method: 'test' as const, occurredOn: today(), summary: 'Signed in and exported a record' }
  await Promise.all([recordOwnEvidence(assessor, record), recordOwnEvidence(assessor, record)])
  expect((await workbench(assessor, assessmentId, 'ALPHA'))?.criteria[1]?.records).toMatchObject([{ method: 'test', by: 'Ann Assessor', occurredOn: today() }])
  await expect(recordOwnEvidence(assessor, { ...record, formKey: randomUUID(), occurredOn: addDays(today(), 1) })).rejects.toEqual(refused('invalid', /past/))
})

describe('the proof', () => {
  test('is public once listed: what was asked, claimed, shown and found, by bodies and not by names', async () => {
    const { assessmentId, slug } = await submitted(owner, 'Proven Product')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId, ['ALPHA', 'BETA'], addDays(today(), 100))
    expect(await proofPage(publicReader, slug, 'ALPHA')).toBeNull()
    expect(await reading(publicReader, (tx) => tx.decision.count({ where: { assessmentId } }))).toBe(0)
    await list(lead, assessmentId)
    const page = await proofPage(publicReader, slug, 'alpha')
    const criteria = page?.proof?.criteria ?? []
    expect(page).toMatchObject({
      product: { name: 'Proven Product' }, standing: 'met', counts: true, until: addDays(today(), 100),
      proof: { outcome: 'met', assessedBy: 'Body of Ann Assessor', decidedBy: 'Body of Ann Assessor', decidedOn: today(), contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
      history: [{ outcome: 'met', release: '1.0' }],
    })
    expect(criteria.map(({ code, answer: claimed, finding }) => [code, claimed, finding?.outcome])).toEqual([['1.1', 'Yes', undefined], ['1.2', 'Yes', 'met'], ['1.3', 'Yes', 'met']])
    expect(criteria[2]?.evidence).toMatchObject([{ name: 'Certificate', isOpen: false, url: null }])
    expect(JSON.stringify(page)).not.toMatch(/"Ann Assessor"|"Lee Lead"|example\.test/)
    expect(await proofPage(owner, slug, 'ALPHA')).toMatchObject({ proof: { criteria: [{}, {}, { evidence: [{ isOpen: true, url: 'https://example.test/' }] }] } })
    expect(await proofPage(publicReader, slug, 'DEVICE')).toBeNull()
    expect(await proofPage(publicReader, slug, 'ALPHA', addDays(today(), 101))).toMatchObject({ standing: 'ended', until: null })
    expect(await proofPage(publicReader, slug, 'ALPHA', addDays(today(), -1))).toMatchObject({ standing: 'undecided', proof: null })
  })

  test('stays private when the listing is refused', async () => {
    const { assessmentId, slug, productId, releaseId } = await submitted(owner, 'Refused Product')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId)
    expect((await taskList(owner, releaseId))?.standards[0]).toMatchObject({ state: 'with_assessor' })
    expect((await questionsFor(owner, releaseId, 'ALPHA'))?.questions.every(({ finding }) => finding === null)).toBe(true)
    await decideListing(lead, await listingFormOf(lead, assessmentId, 'refused'), nothing)
    expect(await proofPage(publicReader, slug, 'ALPHA')).toBeNull()
    expect((await reading(publicReader, (tx) => tx.auditEvent.findMany({ where: { productId } })))).toEqual([])
    expect(await assessmentPage(lead, assessmentId)).toMatchObject({ status: 'decided', listing: { outcome: 'refused' } })
    expect(await taskList(owner, releaseId)).toMatchObject({ status: 'decided', listing: { outcome: 'refused' }, canSubmit: false, standards: [{ state: 'decided', decision: { outcome: 'met' } }, { state: 'decided' }, {}] })
    expect((await questionsFor(owner, releaseId, 'ALPHA'))?.questions.map(({ finding }) => finding?.outcome)).toEqual([undefined, 'met', 'met'])
  })
})

test('the queue is oldest first, filtered and paged', async () => {
  const all = await assessmentQueue(lead, waiting)
  expect(all.rows.map(({ submittedOn }) => submittedOn)).toEqual([...all.rows.map(({ submittedOn }) => submittedOn)].sort())
  expect(all.total).toBe(all.waiting)
  expect((await assessmentQueue(lead, { ...waiting, q: 'larkrise twice' })).rows.every(({ product }) => /Twice/.test(product))).toBe(true)
  expect((await assessmentQueue(lead, { ...waiting, q: '100%' })).total).toBe(0)
  expect((await assessmentQueue(lead, { ...waiting, page: 99 })).page).toBe(all.pages)
  expect((await assessmentQueue(lead, { ...waiting, status: 'decided' })).total).toBeGreaterThan(0)
  expect(await assessmentQueue(rival, waiting)).toMatchObject({ total: 0, rows: [] })
})
