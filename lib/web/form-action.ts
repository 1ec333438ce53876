import { headers } from 'next/headers'
import { notFound, unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '@/lib/identity/actor'
import { DomainError } from '@/lib/platform/domain-error'
import { readFields } from './form-fields'
import type { FormState } from './form-state'
import { isOwnOrigin } from './origin'
import { requireActor } from './session'

type Values = FormState['values']

/** Nothing, or a sentence that says what was saved. */
type Outcome = Promise<void> | Promise<string | undefined>

function refused(error: DomainError, values: Values): FormState {
  if (error.kind === 'not-found') notFound()
  return error.field ? { values, fieldErrors: { [error.field]: [error.message] } } : { values, fieldErrors: {}, formError: error.message }
}

async function carryOut(values: Values, work: () => Outcome): Promise<FormState> {
  try {
    const saved = await work()
    return saved ? { values: {}, fieldErrors: {}, saved } : { values, fieldErrors: {} }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof DomainError) return refused(error, values)
    throw error
  }
}

function errorsByField(error: z.ZodError): Record<string, string[]> {
  const byField: Record<string, string[]> = {}
  for (const issue of error.issues) (byField[issue.path.join('.') || 'form'] ??= []).push(issue.message)
  return byField
}

async function submit<S extends z.ZodType>(schema: S, data: FormData, run: (input: z.output<S>) => Outcome): Promise<FormState> {
  const values = readFields(data)
  if (!isOwnOrigin(await headers())) {
    return { values, fieldErrors: {}, formError: 'This form was not sent from a page of the register, so nothing was saved. Open the page again and send it from there' }
  }
  const parsed = schema.safeParse(values)
  if (!parsed.success) return { values, fieldErrors: errorsByField(parsed.error) }
  return carryOut(values, () => run(parsed.data))
}

/**
 * Makes a server action of a use case: the only way a page changes anything.
 * Checks where the request comes from, who is signed in and what was typed; keeps every value when something is wrong.
 * A returned sentence is shown as saved; `redirect` and `notFound` pass through.
 */
export function formAction<S extends z.ZodType>(schema: S, run: (actor: Actor, input: z.output<S>) => Outcome) {
  return async (_state: FormState, data: FormData): Promise<FormState> => {
    const actor = await requireActor()
    return submit(schema, data, (input) => run(actor, input))
  }
}

/** The same for a form that needs no account, such as signing in. */
export function publicFormAction<S extends z.ZodType>(schema: S, run: (input: z.output<S>) => Outcome) {
  return async (_state: FormState, data: FormData): Promise<FormState> => submit(schema, data, run)
}
