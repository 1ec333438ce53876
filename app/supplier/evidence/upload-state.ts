import { fileRefusals, type FileRefusalCode } from '@/lib/evidence/evidence'
import { evidenceForm, revisionForm } from '@/lib/evidence/schema'
import type { FormState } from '@/lib/web/form-state'

/*
 * The upload answers with a way back to its form, as a route must: what was typed and what is wrong travel in the address.
 * The form reads both again here. Names of files and the content never do.
 */

const problems = {
  fields: {},
  both: { file: 'Choose a file or enter a web address, not both' },
  neither: { file: 'Choose a file, or enter a web address' },
  url: { url: 'Enter a full web address, starting with https://' },
  'collected-later': { collectedOn: 'The day it was collected must be today or in the past' },
  'not-saved': {},
} as const satisfies Record<string, Record<string, string>>

export type UploadProblem = keyof typeof problems | FileRefusalCode

const kept = ['itemName', 'visibility', 'url', 'collectedOn-day', 'collectedOn-month', 'collectedOn-year', 'expiresOn-day', 'expiresOn-month', 'expiresOn-year', 'releaseId', 'criterionId', 'returnTo'] as const
const longestKept = 300

/** The address of the form, with what was typed and what is wrong. */
export function backToForm(form: string, problem: UploadProblem, values: FormState['values']): string {
  const query = new URLSearchParams({ problem })
  for (const name of kept) {
    const value = values[name]
    if (typeof value === 'string' && value !== '') query.set(name, value.slice(0, longestKept))
  }
  return `${form}?${query.toString()}`
}

type Query = Record<string, string | string[] | undefined>

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

function joinedDay(query: Query, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textOf(query[`${name}-${part}`]).trim()) as [string, string, string]
  return day + month + year === '' ? '' : `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function messagesOf(problem: string): Record<string, string[]> {
  if (Object.hasOwn(fileRefusals, problem)) return { file: [fileRefusals[problem as FileRefusalCode]] }
  const known: Record<string, string> = Object.hasOwn(problems, problem) ? problems[problem as keyof typeof problems] : {}
  return Object.fromEntries(Object.entries(known).map(([field, message]) => [field, [message]]))
}

const anyKey = '00000000-0000-4000-8000-000000000000'

/** What the form shows after the upload sent the person back to it; nothing wrong, and what was typed, on a first visit. */
export function uploadState(query: Query, kind: 'item' | 'revision'): FormState {
  const values = Object.fromEntries(kept.flatMap((name) => (query[name] === undefined ? [] : [[name, textOf(query[name])]])))
  const problem = textOf(query.problem)
  if (problem === '') return { fieldErrors: {}, values }
  const checked = (kind === 'item' ? evidenceForm : revisionForm).safeParse({ itemName: '', ...values, formKey: anyKey, itemId: anyKey, collectedOn: joinedDay(query, 'collectedOn'), expiresOn: joinedDay(query, 'expiresOn') })
  const fieldErrors = messagesOf(problem)
  for (const { path, message } of checked.error?.issues ?? []) (fieldErrors[path.join('.')] ??= []).push(message)
  const isUnsaid = Object.keys(fieldErrors).length === 0
  return { fieldErrors, values, ...(isUnsaid ? { formError: 'Nothing was saved. Choose the file and send the form again' } : {}) }
}
