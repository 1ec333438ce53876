import { expect, test } from 'vitest'
import { backToForm, uploadState } from './upload-state'

const typed = { itemName: 'Penetration test', visibility: 'buyers', url: '', formKey: 'secret', 'collectedOn-day': '27', 'collectedOn-month': '3', 'collectedOn-year': '2026', collectedOn: '2026-03-27', file: 'report.pdf' }
const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams)

test('what was typed comes back, and the file with its key does not', () => {
  const query = queryOf(backToForm('/supplier/evidence/new', 'too-big', typed))
  expect(query).not.toHaveProperty('formKey')
  expect(query).not.toHaveProperty('file')
  expect(uploadState(query, 'item')).toEqual({
    fieldErrors: { file: ['The file must be 50 MB or smaller'] },
    values: { itemName: 'Penetration test', visibility: 'buyers', 'collectedOn-day': '27', 'collectedOn-month': '3', 'collectedOn-year': '2026' },
  })
})

test('every field that is wrong says so, beside what is wrong with the file', () => {
  const query = queryOf(backToForm('/supplier/evidence/new', 'wrong-type', { 'collectedOn-day': '31', 'collectedOn-month': '2', 'collectedOn-year': '2026' }))
  expect(Object.keys(uploadState(query, 'item').fieldErrors).sort()).toEqual(['collectedOn', 'file', 'itemName', 'visibility'])
  expect(uploadState(query, 'item').fieldErrors.itemName).toEqual(['Enter a name for the evidence'])
  expect(Object.keys(uploadState(query, 'revision').fieldErrors).sort()).toEqual(['collectedOn', 'file'])
})

test('a first visit has nothing wrong', () => {
  expect(uploadState({ releaseId: 'x', junk: 'y' }, 'item')).toEqual({ fieldErrors: {}, values: { releaseId: 'x' } })
})

test('a problem that nobody knows is told without its words', () => {
  const { formError, fieldErrors } = uploadState({ ...queryOf(backToForm('/x', 'not-saved', typed)), problem: '__proto__' }, 'item')
  expect([formError, fieldErrors]).toEqual(['Nothing was saved. Choose the file and send the form again', {}])
})
