import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/lib/identity/actor'
import { addDays } from '@/lib/platform/day'
import { today } from '@/lib/platform/clock'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { assignToMe, declareInterest } from './commands/declare-interest'
import { decideListing, decideStandard } from './commands/decide'
import { recordFindings } from './commands/record-findings'
import { submitRelease, withdrawSubmission } from './commands/submit-release'
import { assessmentPage } from './queries/assessment-page'
import { assessmentQueue } from './queries/assessment-queue'
import { taskList } from './queries/supplier-tasks'
import { workbench } from './queries/workbench'
import {
  asSeen, decideAll, declare, decisionFormOf, findAll, judgeAll, list, listingFormOf, person, publishContent, recommendFor, standardAsSeen, submitted, supplier,
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
    const [form, otherForm] = [await decisionFormOf(lead, assessmentId, 'ALPHA'), await decisionFormOf(secondLead, assessmentId, 'ALPHA', 'not_met')]
    const results = await Promise.allSettled([decideStandard(lead, form), decideStandard(secondLead, otherForm)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('conflict', /first/) })
    expect((await eventsOf(assessmentId)).filter(({ type }) => type === 'standard.decided')).toHaveLength(1)
  })

  test('deciding the listing: one decides, the other is told', async () => {
    const { assessmentId, productId } = await submitted(owner, 'Listed Twice')
    await judgeAll(assessor, assessmentId)
    await decideAll(lead, assessmentId)
    await declare(secondLead, assessmentId)
    const [form, otherForm] = [await listingFormOf(lead, assessmentId), await listingFormOf(secondLead, assessmentId, 'refused')]
    const results = await Promise.allSettled([decideListing(lead, form, nothing), decideListing(secondLead, otherForm, nothing)])
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
    const findings = [{ criterionId: standard.criteria[0]?.id ?? '', outcome: 'met' as const, method: 'examine' as const, reason: 'Seen', version: 0 }]
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

