import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { disconnect, inTransaction, reading } from '@/lib/platform/db'
import { claimCapabilities, stateFacts } from '@/lib/registry/commands'
import { attachEvidence, saveAnswer, saveAnswers } from './commands/save-answer'
import { submitRelease, withdrawSubmission } from './commands/submit-release'
import { questionPage } from './queries/question-page'
import { questionsFor, taskList } from './queries/supplier-tasks'
import { answer, answerAll, criterionOf, evidence, facts, person, product, publishContent, submit, submitted, supplier, versionIdOf } from './world-for-tests'

const refused = (kind: string, words?: RegExp): unknown => expect.objectContaining({ name: 'DomainError', kind, ...(words ? { message: expect.stringMatching(words) as unknown } : {}) })
const answersEvents = (releaseId: string) => reading({ personId: null, bodyId: null, role: 'registrar' }, (tx) => tx.auditEvent.count({ where: { subjectId: releaseId, type: 'answer.saved' } }))

let owner: Member
let rival: Member
let assessor: Member

beforeAll(async () => {
  await publishContent()
  owner = await supplier('Larkrise Health')
  rival = await supplier('Hollybank Systems')
  assessor = await person('assessor', 'Ann Assessor')
})
afterAll(disconnect)

describe('a task list', () => {
  test('shows what applies and why, and what is missing', async () => {
    const { releaseId } = await product(owner, 'Listed Tasks', { medicalDevice: true })
    const tasks = await taskList(owner, releaseId)
    expect(tasks?.standards.map(({ standardId, because, answered, toAnswer, state, isIncluded }) => [standardId, because, answered, toAnswer, state, isIncluded])).toEqual([
      ['ALPHA', ['it is a product'], 0, 2, 'not_started', true],
      ['BETA', ['it is a product'], 0, 1, 'not_started', true],
      ['DEVICE', ['it is a medical device'], 0, 1, 'not_started', true],
      ['ADVICE', ['it is a product'], 0, 1, 'not_started', false],
    ])
    expect(tasks).toMatchObject({ status: 'draft', canSubmit: false, canWithdraw: false, release: { hasFacts: true, capabilities: 1 } })
    expect(tasks?.missing).toContain('Standard DEVICE, question 1.1: answer the question')
  })

  test('asks only what the answers so far lead to', async () => {
    const { releaseId } = await product(owner, 'Routed Tasks')
    await answer(owner, releaseId, 'ALPHA', '1.1', 'no')
    expect((await questionsFor(owner, releaseId, 'alpha'))?.questions.map(({ code, gap }) => [code, gap])).toEqual([['1.1', null], ['1.3', 'answer the question']])
    await answer(owner, releaseId, 'ALPHA', '1.3', 'yes')
    expect((await questionsFor(owner, releaseId, 'ALPHA'))?.questions[1]?.gap).toBe('add evidence')
    await answer(owner, releaseId, 'ALPHA', '1.3', 'no')
    expect((await taskList(owner, releaseId))?.standards[0]).toMatchObject({ state: 'answered', answered: 2, toAnswer: 2 })
    expect(await questionPage(owner, releaseId, 'ALPHA', '1.2')).toBeNull()
    expect(await questionPage(owner, releaseId, 'ALPHA', '1.3')).toMatchObject({ previousCode: '1.1', nextCode: null, position: 2, total: 2, answer: { value: 'no' }, editable: true })
  })

  test('does not take evidence that has ended', async () => {
    const { releaseId } = await product(owner, 'Ended Evidence')
    const ended = await evidence(owner, 'Old certificate', { collectedOn: addDays(today(), -30), expiresOn: addDays(today(), -1) })
    await answer(owner, releaseId, 'ALPHA', '1.3', 'yes', { evidence: [ended] })
    const page = await questionPage(owner, releaseId, 'ALPHA', '1.3')
    expect(page?.gap).toMatch(/replace “Old certificate”/)
    expect(page?.library.find(({ revisionId }) => revisionId === ended)).toMatchObject({ isShown: true, hasEnded: true })
  })

  test('says nothing to anybody else', async () => {
    const { releaseId } = await product(owner, 'Private Tasks')
    for (const other of [rival, assessor]) {
      expect(await taskList(other, releaseId)).toBeNull()
      expect(await questionsFor(other, releaseId, 'ALPHA')).toBeNull()
      expect(await questionPage(other, releaseId, 'ALPHA', '1.1')).toBeNull()
    }
    expect(await taskList(owner, randomUUID())).toBeNull()
  })
})

describe('saving an answer', () => {
  test('twice the same changes nothing; a stale form is told; a new version is written', async () => {
    const { releaseId } = await product(owner, 'Saved Answers')
    const { id: criterionId } = await criterionOf('BETA', '1.1')
    const form = { releaseId, criterionId, value: 'yes', explanation: 'It does', evidence: [] }
    await saveAnswer(owner, { ...form, version: 0 })
    await saveAnswer(owner, { ...form, version: 0 })
    expect(await answersEvents(releaseId)).toBe(1)
    await expect(saveAnswer(owner, { ...form, version: 0, value: 'no' })).rejects.toEqual(refused('conflict', /after you opened it/))
    await saveAnswer(owner, { ...form, version: 1, value: 'no' })
    expect(await questionPage(owner, releaseId, 'BETA', '1.1')).toMatchObject({ answer: { value: 'no', version: 2 } })
  })

  test('by two at once: one is told', async () => {
    const { releaseId } = await product(owner, 'Raced Answers')
    const { id: criterionId } = await criterionOf('BETA', '1.1')
    const form = { releaseId, criterionId, version: 0, explanation: '', evidence: [] }
    const results = await Promise.allSettled([saveAnswer(owner, { ...form, value: 'yes' }), saveAnswer(owner, { ...form, value: 'no' })])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('conflict') })
  })

  test('refuses a value that the question does not take, other people’s evidence, and what does not apply', async () => {
    const { releaseId } = await product(owner, 'Refused Answers')
    const { id: criterionId } = await criterionOf('BETA', '1.1')
    const { id: deviceCriterion } = await criterionOf('DEVICE', '1.1')
    const form = { releaseId, criterionId, version: 0, value: 'yes', explanation: '', evidence: [] as string[] }
    await expect(saveAnswer(owner, { ...form, value: 'perhaps' })).rejects.toMatchObject({ kind: 'invalid', field: 'value' })
    await expect(saveAnswer(owner, { ...form, evidence: [await evidence(rival, 'Theirs')] })).rejects.toMatchObject({ kind: 'invalid', field: 'evidence' })
    await expect(saveAnswer(owner, { ...form, criterionId: deviceCriterion })).rejects.toEqual(refused('not-found'))
    await expect(saveAnswer(rival, form)).rejects.toEqual(refused('not-found'))
    await expect(saveAnswer(assessor, form)).rejects.toEqual(refused('not-found'))
    expect(await answersEvents(releaseId)).toBe(0)
  })

  test('of a whole standard is all or nothing, with one event', async () => {
    const { releaseId } = await product(owner, 'Many Answers')
    const [first, second] = [await criterionOf('BETA', '1.1'), await criterionOf('BETA', '1.2')]
    const standardVersionId = await versionIdOf('BETA')
    const typed = (criterionId: string, value: string) => ({ criterionId, version: 0, value, explanation: '' })
    await expect(saveAnswers(owner, { releaseId, standardVersionId, answers: [typed(first.id, 'yes'), typed(second.id, 'perhaps')] })).rejects.toMatchObject({ field: `value-${second.id}` })
    expect(await answersEvents(releaseId)).toBe(0)
    await saveAnswers(owner, { releaseId, standardVersionId, answers: [typed(first.id, 'yes'), typed(second.id, 'no')] })
    expect(await answersEvents(releaseId)).toBe(1)
  })

  test('shows one piece of evidence for several answers, and takes it off again', async () => {
    const { releaseId } = await product(owner, 'Reused Evidence')
    const shown = await evidence(owner, 'One for all')
    for (const [standardId, code] of [['ALPHA', '1.3'], ['BETA', '1.1']] as const) {
      const { id: criterionId } = await criterionOf(standardId, code)
      await attachEvidence(owner, { releaseId, criterionId, revisionId: shown })
      await attachEvidence(owner, { releaseId, criterionId, revisionId: shown })
    }
    expect(await answersEvents(releaseId)).toBe(2)
    expect((await questionPage(owner, releaseId, 'BETA', '1.1'))?.answer?.evidence.map(({ name }) => name)).toEqual(['One for all'])
    await answer(owner, releaseId, 'BETA', '1.1', 'yes')
    expect((await questionPage(owner, releaseId, 'BETA', '1.1'))?.answer?.evidence).toEqual([])
  })
})

describe('a submission', () => {
  test('is refused with everything that is missing', async () => {
    const { releaseId } = await product(owner, 'Not Ready')
    await answer(owner, releaseId, 'BETA', '1.1', 'yes')
    await expect(submit(owner, releaseId)).rejects.toEqual(refused('invalid', /Standard ALPHA, question 1.1: answer the question.*question 1.3: answer the question/))
    await expect(submit(rival, releaseId)).rejects.toEqual(refused('not-found'))
    await expect(submit(assessor, releaseId)).rejects.toEqual(refused('not-found'))
  })

  test('holds answers, facts and claims still', async () => {
    const { releaseId, assessmentId } = await submitted(owner, 'Held Still')
    await expect(answer(owner, releaseId, 'BETA', '1.1', 'no')).rejects.toEqual(refused('conflict', /with the assessors/))
    await expect(stateFacts(owner, { releaseId, version: 3, ...facts, medicalDevice: true })).rejects.toEqual(refused('conflict', /with the assessors/))
    await expect(claimCapabilities(owner, { releaseId, version: 3, refs: ['C1'] })).rejects.toEqual(refused('conflict', /with the assessors/))
    const forced = inTransaction(owner, (tx) => tx.answer.updateMany({ where: { releaseId }, data: { value: 'no' } }))
    await expect(forced).rejects.toEqual(refused('conflict', /with the assessors/))
    expect(await taskList(owner, releaseId)).toMatchObject({ status: 'submitted', round: 1, assessmentId, canSubmit: false, canWithdraw: true, standards: [{ state: 'with_assessor' }, { state: 'with_assessor' }, { state: 'not_started', isIncluded: false }] })
    expect(await questionPage(owner, releaseId, 'BETA', '1.1')).toMatchObject({ editable: false })
  })

  test('freezes what was asked and shown, by its hash', async () => {
    const { assessmentId } = await submitted(owner, 'Frozen')
    const submission = await reading(owner, (tx) => tx.submission.findFirstOrThrow({ where: { assessmentId }, include: { standards: true, evidence: true } }))
    expect(submission).toMatchObject({ round: 1, submittedById: owner.personId, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown, snapshot: { product: { name: 'Frozen' }, capabilities: ['C14'], facts } })
    expect(submission.standards).toHaveLength(2)
    expect(submission.evidence).toHaveLength(1)
    expect(JSON.stringify(submission.snapshot)).not.toContain('example.test')
    await expect(inTransaction(owner, (tx) => tx.submission.update({ where: { id: submission.id }, data: { round: 9 } }))).rejects.toThrow()
  })

  test('is all or nothing: an answer saved meanwhile is in it, or refused', async () => {
    const { releaseId } = await product(owner, 'Raced Submission')
    await answerAll(owner, releaseId)
    const { id: criterionId } = await criterionOf('BETA', '1.1')
    const results = await Promise.allSettled([
      submitRelease(owner, { formKey: randomUUID(), releaseId }),
      saveAnswer(owner, { releaseId, criterionId, version: 1, value: 'no', explanation: '', evidence: [] }),
    ])
    const { snapshot } = await reading(owner, (tx) => tx.submission.findFirstOrThrow({ where: { releaseId } }))
    const sent = JSON.stringify(snapshot).includes('"value":"no"') || JSON.stringify(snapshot).includes('"value": "no"')
    expect(sent).toBe(results[1].status === 'fulfilled')
  })

  test('is withdrawn once, then sent again as it is, as a new assessment', async () => {
    const { releaseId, assessmentId } = await submitted(owner, 'Withdrawn')
    await expect(withdrawSubmission(rival, { assessmentId, version: 1 })).rejects.toEqual(refused('not-found'))
    await withdrawSubmission(owner, { assessmentId, version: 1 })
    await expect(withdrawSubmission(owner, { assessmentId, version: 1 })).rejects.toEqual(refused('conflict'))
    expect(await taskList(owner, releaseId)).toMatchObject({ status: 'withdrawn', canSubmit: true, standards: [{ state: 'answered' }, { state: 'answered' }, {}] })
    expect(await submit(owner, releaseId)).not.toBe(assessmentId)
  })

  test('takes advice along only when the supplier began to follow it', async () => {
    const { releaseId } = await product(owner, 'Good Advice')
    await answerAll(owner, releaseId)
    await answer(owner, releaseId, 'ADVICE', '1.1', 'yes')
    await submit(owner, releaseId)
    expect((await taskList(owner, releaseId))?.standards.map(({ state }) => state)).toEqual(['with_assessor', 'with_assessor', 'with_assessor'])
  })
})
