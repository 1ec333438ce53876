import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicReader } from '@/lib/audit/record-event'
import type { Member } from '@/lib/identity/actor'
import { addDays } from '@/lib/platform/day'
import { today } from '@/lib/platform/clock'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { assignToMe, declareInterest } from './commands/declare-interest'
import { decideListing, decideStandard } from './commands/decide'
import { carryFindings, recordFindings, recordOwnEvidence } from './commands/record-findings'
import { recommend } from './commands/recommend'
import { sendChangeRequests, writeChangeRequest } from './commands/request-changes'
import { submitRelease, withdrawSubmission } from './commands/submit-release'
import { assessmentPage } from './queries/assessment-page'
import { assessmentQueue } from './queries/assessment-queue'
import { proofPage } from './queries/proof-page'
import { taskList } from './queries/supplier-tasks'
import { workbench } from './queries/workbench'
import {
  answer, asSeen, decideAll, declare, decisionFormOf, evidence, findAll, judgeAll, list, listingFormOf, person, publishContent, recommendFor, standardAsSeen, submit, submitted, supplier, criterionOf,
} from './world-for-tests'

const refused = (kind: string, words?: RegExp): unknown => expect.objectContaining({ name: 'DomainError', kind, ...(words ? { message: expect.stringMatching(words) as unknown } : {}) })
const registrar = { personId: null, bodyId: null, role: 'registrar' }
const nothing = async () => undefined
const waiting = { status: 'waiting', q: '', sort: 'oldest', page: 1 } as const

let owner: Member
let rival: Member
let assessor: Member
let colleague: Member
let lead: Member
let secondLead: Member

beforeAll(async () => {
  await publishContent()
  owner = await supplier('Larkrise Health')
  rival = await supplier('Hollybank Systems')
  assessor = await person('assessor', 'Ann Assessor')
  colleague = await person('assessor', 'Cal Colleague', assessor.bodyId)
  lead = await person('lead_assessor', 'Lee Lead', assessor.bodyId)
  secondLead = await person('lead_assessor', 'Sam Second', assessor.bodyId)
})
afterAll(disconnect)

const eventsOf = (subjectId: string) => reading(registrar, (tx) => tx.auditEvent.findMany({ where: { subjectId }, orderBy: { position: 'asc' } }))

describe('nobody decides alone', () => {
  test('not on a recommendation of their own', async () => {
    const { assessmentId } = await submitted(owner, 'Own Recommendation')
    await declare(lead, assessmentId)
    await findAll(lead, assessmentId, 'BETA')
    await recommendFor(lead, assessmentId, 'BETA')
    await expect(decideStandard(lead, await decisionFormOf(lead, assessmentId, 'BETA'))).rejects.toEqual(refused('forbidden', /different person/))
    const { assessment, form } = await standardAsSeen(lead, assessmentId, 'BETA')
    const forced = inTransaction(lead, (tx) => tx.decision.create({
      data: {
        assessmentId, submissionId: form.submissionId, standardVersionId: form.standardVersionId, releaseId: assessment.releaseId, outcome: 'met', reason: 'x', contentHash: assessment.contentHash, submittedById: owner.personId,
        recommendedById: lead.personId, decidedById: lead.personId, decidingBodyId: lead.bodyId, decidedOn: new Date(`${today()}T00:00:00Z`), validUntil: new Date(`${addDays(today(), 9)}T00:00:00Z`),
      },
    }))
    await expect(forced).rejects.toEqual(refused('forbidden', /different person/))
  })

  test('not the listing after recommending', async () => {
    const { assessmentId } = await submitted(owner, 'Own Listing')
    await judgeAll(lead, assessmentId)
    await decideAll(secondLead, assessmentId)
    await expect(decideListing(lead, await listingFormOf(lead, assessmentId), nothing)).rejects.toEqual(refused('forbidden', /different person/))
    await list(secondLead, assessmentId)
  })

  test('not as an assessor', async () => {
    const { assessmentId } = await submitted(owner, 'Assessor Decides')
    await judgeAll(assessor, assessmentId)
    await declare(colleague, assessmentId)
    await expect(decideStandard(colleague, await decisionFormOf(colleague, assessmentId, 'ALPHA'))).rejects.toEqual(refused('forbidden', /Only a lead/))
  })

  test('not before every standard is decided', async () => {
    const { assessmentId } = await submitted(owner, 'Half Decided')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId, ['ALPHA'])
    await expect(decideListing(lead, await listingFormOf(lead, assessmentId), nothing)).rejects.toEqual(refused('forbidden', /every standard/))
  })
})

describe('a conflict of interest', () => {
  test('hides the assessment from whoever declared it, by page, queue and table', async () => {
    const { assessmentId } = await submitted(owner, 'Conflicted Product')
    await declare(colleague, assessmentId, true)
    expect(await assessmentPage(colleague, assessmentId)).toBeNull()
    expect(await workbench(colleague, assessmentId, 'ALPHA')).toBeNull()
    expect((await assessmentQueue(colleague, { ...waiting, q: 'Conflicted' })).total).toBe(0)
    const rows = await reading(colleague, async (tx) => [await tx.assessment.count({ where: { id: assessmentId } }), await tx.submission.count({ where: { assessmentId } })])
    expect(rows).toEqual([0, 0])
    await expect(findAll(colleague, assessmentId, 'ALPHA')).rejects.toThrow()
    expect(await assessmentQueue(lead, { ...waiting, q: 'Conflicted' })).toMatchObject({ total: 1, rows: [{ conflicts: 1, hasDeclared: false }] })
  })

  test('gives back what was taken', async () => {
    const { assessmentId } = await submitted(owner, 'Taken And Conflicted')
    await inTransaction(assessor, (tx) => tx.assessment.update({ where: { id: assessmentId }, data: { assigneeId: assessor.personId } }))
    await declare(assessor, assessmentId, true)
    expect((await asSeen(lead, assessmentId)).assigneeId).toBeNull()
  })

  test('is declared before anything is shown or done, and once', async () => {
    const { assessmentId } = await submitted(owner, 'Undeclared Product')
    const page = await assessmentPage(assessor, assessmentId)
    expect(page).toEqual({ declared: false, assessmentId, product: 'Undeclared Product', release: '1.0', supplier: 'Larkrise Health' })
    expect(await workbench(assessor, assessmentId, 'ALPHA')).toBeNull()
    await expect(findAll(assessor, assessmentId, 'ALPHA')).rejects.toEqual(refused('forbidden', /Declare/))
    await declare(assessor, assessmentId)
    await expect(declareInterest(assessor, { assessmentId, hasConflict: true, detail: 'after all' })).rejects.toEqual(refused('conflict'))
    expect(await assessmentPage(assessor, assessmentId)).toMatchObject({ declared: true, round: 1, refusal: null })
  })

  test('is there of itself for whoever belongs to the supplier, whatever role they act in', async () => {
    const insider = await person('lead_assessor', 'Ian Insider', assessor.bodyId)
    await inTransaction(owner, (tx) => tx.membership.create({ data: { personId: insider.personId, bodyId: owner.bodyId, bodyKind: 'supplier', role: 'supplier_editor' } }))
    const { assessmentId } = await submitted(owner, 'Inside Product')
    expect(await assessmentPage(insider, assessmentId)).toBeNull()
    await expect(declare(insider, assessmentId)).rejects.toEqual(refused('not-found'))
    expect((await assessmentQueue(insider, { ...waiting, q: 'Inside' })).total).toBe(0)
  })

  test('does not reach another supplier', async () => {
    const { assessmentId, releaseId } = await submitted(owner, 'Rivalled Product')
    expect(await taskList(rival, releaseId)).toBeNull()
    expect(await assessmentPage(rival, assessmentId)).toBeNull()
    await expect(withdrawSubmission(rival, { assessmentId, version: 1 })).rejects.toEqual(refused('not-found'))
    const rows = await reading(rival, async (tx) => [await tx.assessment.count(), await tx.submission.count({ where: { assessmentId } }), await tx.answer.count({ where: { releaseId } }), await tx.finding.count({ where: { submission: { assessmentId } } }), await tx.recommendation.count()])
    expect(rows).toEqual([0, 0, 0, 0, 0])
  })
})

describe('two people at once', () => {
  test('deciding a standard: one decides, the other is told', async () => {
    const { assessmentId } = await submitted(owner, 'Decided Twice')
    await judgeAll(assessor, assessmentId)
    for (const one of [lead, secondLead]) await declare(one, assessmentId)
    const forms = [await decisionFormOf(lead, assessmentId, 'ALPHA'), await decisionFormOf(secondLead, assessmentId, 'ALPHA', 'not_met')]
    const results = await Promise.allSettled([decideStandard(lead, forms[0]!), decideStandard(secondLead, forms[1]!)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('conflict', /first/) })
    expect((await eventsOf(assessmentId)).filter(({ type }) => type === 'standard.decided')).toHaveLength(1)
  })

  test('deciding the listing: one decides, the other is told', async () => {
    const { assessmentId, productId } = await submitted(owner, 'Listed Twice')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId)
    await declare(secondLead, assessmentId)
    const forms = [await listingFormOf(lead, assessmentId), await listingFormOf(secondLead, assessmentId, 'refused')]
    const results = await Promise.allSettled([decideListing(lead, forms[0]!, nothing), decideListing(secondLead, forms[1]!, nothing)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('conflict', /first/) })
    expect(await eventsOf(productId)).toHaveLength(2)
  })

  test('taking an assessment: one takes it, the other is told who did', async () => {
    const { assessmentId } = await submitted(owner, 'Taken Twice')
    for (const one of [assessor, colleague]) await declare(one, assessmentId)
    const results = await Promise.allSettled([assignToMe(assessor, { assessmentId, version: 1 }), assignToMe(colleague, { assessmentId, version: 1 })])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('conflict', /(Ann Assessor|Cal Colleague) took this/) })
  })

  test('finding: the second to save over what they did not see is told', async () => {
    const { assessmentId } = await submitted(owner, 'Found Twice')
    for (const one of [assessor, colleague]) await declare(one, assessmentId)
    const { form, standard } = await standardAsSeen(assessor, assessmentId, 'BETA')
    const findings = [{ criterionId: standard.criteria[0]!.id, outcome: 'met' as const, method: 'examine' as const, reason: 'Seen', version: 0 }]
    const results = await Promise.allSettled([
      recordFindings(assessor, { ...form, findings }),
      recordFindings(colleague, { ...form, findings: findings.map((one) => ({ ...one, outcome: 'not_met' as const })) }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('submitting: the same form twice has one effect, another form is told', async () => {
    const { releaseId, assessmentId } = await submitted(owner, 'Submitted Once')
    await withdrawSubmission(owner, { assessmentId, version: 1 })
    const form = { formKey: randomUUID(), releaseId }
    const [first, second] = await Promise.all([submitRelease(owner, form), submitRelease(owner, form)])
    expect(second).toBe(first)
    expect((await eventsOf(first)).map(({ type }) => type)).toEqual(['assessment.submitted'])
    await expect(submitRelease(owner, { formKey: randomUUID(), releaseId })).rejects.toEqual(refused('conflict', /already been submitted/))
  })

  test('withdrawing while somebody decides: one of them is told', async () => {
    const { assessmentId } = await submitted(owner, 'Withdrawn Meanwhile')
    await judgeAll(assessor, assessmentId)
    await declare(lead, assessmentId)
    const form = await decisionFormOf(lead, assessmentId, 'ALPHA')
    const results = await Promise.allSettled([decideStandard(lead, form), withdrawSubmission(owner, { assessmentId, version: 1 })])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'DomainError' } })
  })
})

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
    const proof = await proofPage(publicReader, slug, 'alpha')
    expect(proof).toMatchObject({
      product: { name: 'Proven Product' }, standing: 'met', counts: true, until: addDays(today(), 100),
      proof: { outcome: 'met', assessedBy: 'Body of Ann Assessor', decidedBy: 'Body of Ann Assessor', decidedOn: today(), contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      history: [{ outcome: 'met', release: '1.0' }],
    })
    expect(proof?.proof?.criteria.map(({ code, answer: claimed, finding }) => [code, claimed, finding?.outcome])).toEqual([['1.1', 'Yes', undefined], ['1.2', 'Yes', 'met'], ['1.3', 'Yes', 'met']])
    expect(proof?.proof?.criteria[2]?.evidence).toMatchObject([{ name: 'Certificate', isOpen: false, url: null }])
    expect(JSON.stringify(proof)).not.toMatch(/"Ann Assessor"|"Lee Lead"|example\.test/)
    expect((await proofPage(owner, slug, 'ALPHA'))?.proof?.criteria[2]?.evidence).toMatchObject([{ isOpen: true, url: 'https://example.test/' }])
    expect(await proofPage(publicReader, slug, 'DEVICE')).toBeNull()
    expect(await proofPage(publicReader, slug, 'ALPHA', addDays(today(), 101))).toMatchObject({ standing: 'ended', until: null })
    expect(await proofPage(publicReader, slug, 'ALPHA', addDays(today(), -1))).toMatchObject({ standing: 'undecided', proof: null })
  })

  test('stays private when the listing is refused', async () => {
    const { assessmentId, slug, productId } = await submitted(owner, 'Refused Product')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId)
    await decideListing(lead, await listingFormOf(lead, assessmentId, 'refused'), nothing)
    expect(await proofPage(publicReader, slug, 'ALPHA')).toBeNull()
    expect((await reading(publicReader, (tx) => tx.auditEvent.findMany({ where: { productId } })))).toEqual([])
    expect(await assessmentPage(lead, assessmentId)).toMatchObject({ status: 'decided', listing: { outcome: 'refused' } })
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
