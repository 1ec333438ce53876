import { describe, expect, test } from 'vitest'
import { answerForm, answersForm, declarationForm, decisionForm, findingsForm, queueSearch } from './schema'

const id = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
const other = '7f9619ff-8b86-4011-b42d-00c04fc964ff'
const about = { assessmentId: id, submissionId: id, standardVersionId: id }

const messages = (schema: { safeParse: (input: unknown) => { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } } }, input: unknown) => (
  schema.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message])
)

describe('the findings of a standard', () => {
  const open = { [`version-${id}`]: '0', [`outcome-${id}`]: '', [`method-${id}`]: 'examine', [`reason-${id}`]: '' }
  const found = { [`version-${other}`]: '2', [`outcome-${other}`]: 'met', [`method-${other}`]: 'test', [`reason-${other}`]: ' Seen ' }

  test('leave alone what is not filled in', () => {
    expect(findingsForm.parse({ ...about, ...open, ...found })).toEqual({ ...about, findings: [{ criterionId: other, outcome: 'met', method: 'test', reason: 'Seen', version: 2 }] })
  })

  test('name the field that is wrong', () => {
    expect(messages(findingsForm, { ...about, ...open, [`reason-${id}`]: 'Because' })).toEqual([[`outcome-${id}`, 'Select a finding']])
    expect(messages(findingsForm, { ...about, ...found, [`reason-${other}`]: ' ' })).toEqual([[`reason-${other}`, 'Enter a reason']])
    expect(messages(findingsForm, { ...about, ...found, [`reason-${other}`]: 'x'.repeat(2001) })).toEqual([[`reason-${other}`, 'Reason must be 2,000 characters or fewer']])
  })

  test('take nothing under a name that is no id', () => {
    expect(findingsForm.parse({ ...about, 'version-1': '0', 'outcome-1': 'met', 'reason-1': 'x' })).toMatchObject({ findings: [] })
  })
})

test('the answers of a standard name the field that is wrong', () => {
  const posted = { releaseId: id, standardVersionId: id, [`version-${id}`]: '0', [`value-${id}`]: 'yes', [`explanation-${id}`]: 'x'.repeat(10_001) }
  expect(messages(answersForm, posted)).toEqual([[`explanation-${id}`, 'Explanation must be 10,000 characters or fewer']])
  expect(answersForm.parse({ ...posted, [`explanation-${id}`]: '' })).toMatchObject({ answers: [{ criterionId: id, version: 0, value: 'yes', explanation: '' }] })
})

test('an answer takes no box, one box or several', () => {
  const form = { releaseId: id, criterionId: id, version: '1', value: 'yes' }
  expect(answerForm.parse(form).evidence).toEqual([])
  expect(answerForm.parse({ ...form, evidence: id }).evidence).toEqual([id])
  expect(answerForm.parse({ ...form, evidence: [id, other] }).evidence).toEqual([id, other])
})

test('a conflict is described', () => {
  expect(messages(declarationForm, { assessmentId: id, hasConflict: 'yes', detail: ' ' })).toEqual([['detail', 'Describe the conflict']])
  expect(messages(declarationForm, { assessmentId: id })).toEqual([['hasConflict', 'Select whether you have a conflict of interest']])
  expect(declarationForm.parse({ assessmentId: id, hasConflict: 'no' })).toEqual({ assessmentId: id, hasConflict: false, detail: '' })
})

describe('a decision', () => {
  const form = { ...about, contentHash: 'a'.repeat(64), seen: 'b', outcome: 'met', reason: 'Seen' }
  test('that a standard is met has a last day; another has none, whatever was typed', () => {
    expect(messages(decisionForm, { ...form, validUntil: '' })).toEqual([['validUntil', 'Enter the last day it is valid']])
    expect(messages(decisionForm, { ...form, validUntil: '2026-02-30' })).toEqual([['validUntil', 'The last day it is valid must be a real date, like 27 3 2026']])
    expect(decisionForm.parse({ ...form, outcome: 'not_met', validUntil: '2027-01-01' }).validUntil).toBeNull()
  })
})

test('what the queue’s address does not mean is dropped', () => {
  expect(queueSearch.parse({ status: 'everything', q: 'x'.repeat(500), sort: 3, page: '-1' })).toEqual({ status: 'waiting', q: '', sort: 'oldest', page: 1 })
})
