import { attachEvidence } from '@/lib/assessment/commands/save-answer'
import { attachForm } from '@/lib/assessment/schema'
import { addLinkRevision, addRevision, receiveFile, receiveLink, type Received } from '@/lib/evidence/commands'
import { FileRefusal, type StoredFile } from '@/lib/evidence/evidence'
import { evidenceForm, linkForm, linkRevisionForm, revisionForm } from '@/lib/evidence/schema'
import { isSupplier, type Actor } from '@/lib/identity/actor'
import { DomainError } from '@/lib/platform/domain-error'
import { logError } from '@/lib/platform/log'
import { readFields } from '@/lib/web/form-fields'
import type { FormState } from '@/lib/web/form-state'
import { isOwnOrigin } from '@/lib/web/origin'
import { currentActor } from '@/lib/web/session'
import { backToForm, type UploadProblem } from '../upload-state'
import { readUpload } from './read-upload'

type Values = FormState['values']

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } })
const textOf = (values: Values, name: string) => (typeof values[name] === 'string' ? values[name].trim() : '')

/** The form that the values came from. */
function formOf(values: Values): string {
  const itemId = textOf(values, 'itemId')
  return /^[0-9a-f-]{36}$/.test(itemId) ? `/supplier/evidence/${itemId}` : '/supplier/evidence/new'
}

/** A supplier's page, or the page of the evidence. */
function wayOn(values: Values, { itemId }: Received): string {
  const asked = textOf(values, 'returnTo')
  return /^\/supplier(?:\/[\w~-][\w.~-]*)+$/.test(asked) ? asked : `/supplier/evidence/${itemId}`
}

const isRevision = (values: Values) => textOf(values, 'itemId') !== ''

function hasGoodFields(values: Values): boolean {
  return (isRevision(values) ? revisionForm : evidenceForm).safeParse(values).success
}

function contentProblem(values: Values, file: StoredFile | null): UploadProblem | null {
  if (textOf(values, 'url') === '') return file ? null : 'neither'
  if (file) return 'both'
  return (isRevision(values) ? linkRevisionForm : linkForm).safeParse(values).success ? null : 'url'
}

/** What keeps the form from being carried out, or null. */
function problemOf(values: Values, file: StoredFile | FileRefusal | null): UploadProblem | null {
  if (file instanceof FileRefusal) return file.code
  return hasGoodFields(values) ? contentProblem(values, file) : 'fields'
}

async function receive(actor: Actor, values: Values, file: StoredFile | null): Promise<Received> {
  if (file) return isRevision(values) ? addRevision(actor, revisionForm.parse(values), file) : receiveFile(actor, evidenceForm.parse(values), file)
  return isRevision(values) ? addLinkRevision(actor, linkRevisionForm.parse(values)) : receiveLink(actor, linkForm.parse(values))
}

/** Shows the evidence for the answer that it was added for. It is kept either way. */
async function attach(actor: Actor, values: Values, { revisionId }: Received): Promise<boolean> {
  const answer = attachForm.safeParse({ ...values, revisionId })
  if (!answer.success) return true
  try {
    await attachEvidence(actor, answer.data)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

async function carryOut(actor: Actor, values: Values, file: StoredFile | FileRefusal | null): Promise<string> {
  const problem = problemOf(values, file)
  if (problem !== null || file instanceof FileRefusal) return backToForm(formOf(values), problem ?? 'not-saved', values)
  try {
    const received = await receive(actor, values, file)
    return (await attach(actor, values, received)) ? wayOn(values, received) : `/supplier/evidence/${received.itemId}?attached=no`
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return backToForm(formOf(values), error.field === 'collectedOn' ? 'collected-later' : 'not-saved', values)
  }
}

/** Receives a form with a file, or a link. It is a route and no action, because an action holds all of a form in memory. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response('This form was not sent from a page of the register, so nothing was saved.', { status: 403 })
  const actor = await currentActor()
  if (!actor) return seeOther('/sign-in')
  if (!isSupplier(actor)) return new Response('There is no such page.', { status: 404 })
  try {
    const { fields, file } = await readUpload(request, (early) => hasGoodFields(readFields(early)))
    return seeOther(await carryOut(actor, readFields(fields), file))
  } catch (error) {
    logError('an upload failed', { reason: error instanceof Error ? error.name : 'unknown' })
    return seeOther(backToForm('/supplier/evidence/new', error instanceof FileRefusal ? error.code : 'not-saved', {}))
  }
}
