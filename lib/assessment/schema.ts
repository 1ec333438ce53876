import { z } from 'zod'
import { dayField, optionalDayField } from '@/lib/platform/day-field'
import { LONGEST_ANSWER } from '@/lib/standards/answers'

const version = z.coerce.number().int().min(0)
const words = (missing: string, what: string) => z.string({ error: missing }).trim().min(1, missing).max(2000, `${what} must be 2,000 characters or fewer`)
const reason = words('Enter a reason', 'Reason')
const contentHash = z.string().regex(/^[0-9a-f]{64}$/, 'Open the page again')
const seen = z.string().max(64)
const explanation = z.string().trim().max(LONGEST_ANSWER, 'Explanation must be 10,000 characters or fewer').default('')
/** No ticked box posts no field at all; one is posted as a list, or by hand as text. */
const ticked = z.preprocess((posted) => (posted === undefined || posted === '' ? [] : typeof posted === 'string' ? [posted] : posted), z.array(z.uuid()).max(50, 'Choose at most 50 pieces of evidence'))

/** `version` is 0 for a question that nobody has answered yet. `evidence` is the whole set: what is left out is taken off. */
export const answerForm = z.object({ releaseId: z.uuid(), criterionId: z.uuid(), version, value: z.string().trim().default(''), explanation, evidence: ticked })
export type AnswerForm = z.output<typeof answerForm>

export const attachForm = z.object({ releaseId: z.uuid(), criterionId: z.uuid(), revisionId: z.uuid() })
export type AttachForm = z.output<typeof attachForm>

const posted = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
type Posted = z.output<typeof posted>

const textOf = (fields: Posted, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The ids in the names of the fields that start with a prefix: 'outcome-<id>'. */
function idsAfter(fields: Posted, prefix: string): string[] {
  return Object.keys(fields).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).filter((id) => z.uuid().safeParse(id).success)
}

const typedAnswer = z.object({ criterionId: z.uuid(), version, value: z.string(), explanation })

/** Several short answers of one standard, as fields 'value-<criterion id>', 'explanation-<criterion id>' and 'version-<criterion id>'. */
export const answersForm = posted.transform((fields, context) => {
  const input = { releaseId: textOf(fields, 'releaseId'), standardVersionId: textOf(fields, 'standardVersionId') }
  const answers = idsAfter(fields, 'version-').map((criterionId) => (
    { criterionId, version: textOf(fields, `version-${criterionId}`), value: textOf(fields, `value-${criterionId}`), explanation: textOf(fields, `explanation-${criterionId}`) }
  ))
  const parsed = z.object({ releaseId: z.uuid(), standardVersionId: z.uuid(), answers: z.array(typedAnswer).min(1) }).safeParse({ ...input, answers })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const [, index, field] = issue.path
    context.addIssue({ code: 'custom', message: issue.message, path: typeof index === 'number' ? [`${String(field)}-${answers[index]?.criterionId ?? ''}`] : issue.path })
  }
  return z.NEVER
})
export type AnswersForm = z.output<typeof answersForm>

export const submitForm = z.object({ formKey: z.uuid(), releaseId: z.uuid() })
export type SubmitForm = z.output<typeof submitForm>

export const assessmentVersionForm = z.object({ assessmentId: z.uuid(), version })
export type AssessmentVersionForm = z.output<typeof assessmentVersionForm>

export const declarationForm = z
  .object({
    assessmentId: z.uuid(),
    hasConflict: z.enum(['no', 'yes'], 'Select whether you have a conflict of interest'),
    detail: z.string().trim().max(2000, 'Description must be 2,000 characters or fewer').default(''),
  })
  .refine(({ hasConflict, detail }) => hasConflict === 'no' || detail !== '', { path: ['detail'], message: 'Describe the conflict' })
  .transform(({ hasConflict, ...rest }) => ({ ...rest, hasConflict: hasConflict === 'yes' }))
export type DeclarationForm = z.output<typeof declarationForm>

const findingOutcome = z.enum(['met', 'partly_met', 'not_met', 'not_applicable'], 'Select a finding')
const method = z.enum(['examine', 'interview', 'test'], 'Select how you judged it')

const onSubmission = { assessmentId: z.uuid(), submissionId: z.uuid(), standardVersionId: z.uuid() }

const oneFinding = z.object({ criterionId: z.uuid(), outcome: findingOutcome, method, reason, version })

type TypedFinding = { criterionId: string; outcome: string; method: string; reason: string; version: string }

function typedFindings(fields: Posted): TypedFinding[] {
  return idsAfter(fields, 'version-').map((criterionId) => ({
    criterionId,
    outcome: textOf(fields, `outcome-${criterionId}`),
    method: textOf(fields, `method-${criterionId}`),
    reason: textOf(fields, `reason-${criterionId}`),
    version: textOf(fields, `version-${criterionId}`),
  }))
}

/** A criterion with neither a finding nor a reason is not judged yet: it is left alone, so that half the work can be saved. */
const isTouched = ({ outcome, reason: typed }: TypedFinding): boolean => outcome !== '' || typed !== ''

/** All findings of one standard, as fields 'outcome-<criterion id>', 'method-…', 'reason-…' and 'version-…' (0 where there is none yet). */
export const findingsForm = posted.transform((fields, context) => {
  const typed = typedFindings(fields).filter(isTouched)
  const about = Object.fromEntries(Object.keys(onSubmission).map((name) => [name, textOf(fields, name)]))
  const parsed = z.object({ ...onSubmission, findings: z.array(oneFinding) }).safeParse({ ...about, findings: typed })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const [, index, field] = issue.path
    context.addIssue({ code: 'custom', message: issue.message, path: typeof index === 'number' ? [`${String(field)}-${typed[index]?.criterionId ?? ''}`] : issue.path })
  }
  return z.NEVER
})
export type FindingsForm = z.output<typeof findingsForm>

export const carryForm = z.object(onSubmission)
export type CarryForm = z.output<typeof carryForm>

export const recordForm = z.object({
  formKey: z.uuid(),
  ...onSubmission,
  criterionId: z.uuid('Select the criterion it is about'),
  method: z.enum(['examine', 'interview', 'test'], 'Select what you did'),
  occurredOn: dayField('the day it happened'),
  summary: words('Enter what you saw', 'What you saw'),
})
export type RecordForm = z.output<typeof recordForm>

export const changeRequestForm = z.object({ ...onSubmission, message: words('Enter what has to change', 'What has to change'), version })
export type ChangeRequestForm = z.output<typeof changeRequestForm>

const decisionOutcome = z.enum(['met', 'not_met', 'not_applicable'], 'Select whether the standard is met')

export const recommendationForm = z.object({ ...onSubmission, outcome: decisionOutcome, reason, version })
export type RecommendationForm = z.output<typeof recommendationForm>

/** `contentHash` and `seen` are what the page showed: a decision on anything else is refused. */
export const decisionForm = z
  .object({ ...onSubmission, contentHash, seen, outcome: decisionOutcome, reason, validUntil: optionalDayField('the last day it is valid') })
  .refine(({ outcome, validUntil }) => outcome !== 'met' || validUntil !== null, { path: ['validUntil'], message: 'Enter the last day it is valid' })
  .transform((form) => ({ ...form, validUntil: form.outcome === 'met' ? form.validUntil : null }))
export type DecisionForm = z.output<typeof decisionForm>

export const listingForm = z.object({
  assessmentId: z.uuid(),
  submissionId: z.uuid(),
  version,
  contentHash,
  outcome: z.enum(['listed', 'refused'], 'Select whether to list the release'),
  reason,
})
export type ListingForm = z.output<typeof listingForm>

/** What the queue's address may hold. What is not understood is dropped. */
export const queueSearch = z.object({
  status: z.enum(['waiting', 'mine', 'unassigned', 'changes_requested', 'decided', 'withdrawn']).catch('waiting'),
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(['oldest', 'newest', 'product', 'supplier']).catch('oldest'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type QueueSearch = z.output<typeof queueSearch>
