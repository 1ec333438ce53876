import { z } from 'zod'
import { isDay } from '@/lib/platform/day'
import { answerOptions, NOT_APPLICABLE } from './answers'
import { expressionProblem } from './applicability'

const day = z.string().refine(isDay, 'must be a real day, YYYY-MM-DD')
const words = z.string().trim().min(1)
const source = z.url({ protocol: /^https$/ })
const plainResponse = (type: 'yes-no' | 'provided' | 'confirm' | 'text' | 'date' | 'url' | 'percent') => z.strictObject({ type: z.literal(type), allowNotApplicable: z.boolean() })

const response = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), allowNotApplicable: z.boolean(), options: z.array(z.strictObject({ value: words, label: words })).min(2) }),
  plainResponse('yes-no'),
  plainResponse('provided'),
  plainResponse('confirm'),
  plainResponse('text'),
  plainResponse('date'),
  plainResponse('url'),
  plainResponse('percent'),
])

/** `answer` is one of the typed answers, or '*' for any. `goTo` is a later criterion, a later section, or 'end'. */
const route = z.strictObject({ answer: words, goTo: words })

const criterion = z
  .strictObject({
    code: z.string().regex(/^[A-Z]?\d+(\.\d+)*$/),
    section: words,
    sectionTitle: words,
    question: words,
    guidance: words,
    /** Only a 'must' that is not met makes the standard not met. */
    obligation: z.enum(['must', 'should', 'may']),
    /** False for questions that only give context: they are asked and shown, never judged. */
    assessed: z.boolean(),
    response,
    evidenceExpected: z.array(words),
    evidenceNeeded: z.boolean(),
    /** The answers for which evidence must be attached; null for every answer. Only read when evidence is needed. */
    evidenceNeededWhen: z.array(words).min(1).nullable(),
    evidenceMaximumAgeMonths: z.int().min(1).max(60).nullable(),
    /** `passes` null: a person judges. Otherwise the typed answers that can pass; a person still judges the evidence. */
    passRule: z.strictObject({ words, passes: z.array(words).min(1).nullable() }),
    routing: z.array(route),
  })
  .superRefine((value, context) => {
    for (const problem of criterionProblems(value)) context.addIssue(`${value.code}: ${problem}`)
  })

export type CriterionContent = z.infer<typeof criterion>

function criterionProblems(value: CriterionContent): string[] {
  const allowed = possibleAnswers(value)
  const problems = namedAnswers(value).filter((answer) => !allowed.has(answer)).map((answer) => `'${answer}' is not an answer to it`)
  if (!value.assessed && value.obligation === 'must') problems.push('what is not assessed cannot be a must')
  if (value.evidenceNeeded && value.evidenceExpected.length === 0) problems.push('says that evidence is needed, not which')
  return problems
}

function possibleAnswers({ response }: CriterionContent): ReadonlySet<string> {
  const options = answerOptions(response)
  if (options) return new Set(options.map(({ value }) => value))
  return new Set(response.allowNotApplicable ? [NOT_APPLICABLE] : [])
}

function namedAnswers({ passRule, evidenceNeededWhen, routing }: CriterionContent): string[] {
  return [...(passRule.passes ?? []), ...(evidenceNeededWhen ?? []), ...routing.map(({ answer }) => answer).filter((answer) => answer !== '*')]
}

const clause = z.strictObject({ when: words, because: z.string().regex(/^[a-zA-Z].*[^.]$/, 'must be a fragment that completes "It applies because"') }).superRefine(({ when }, context) => {
  const problem = expressionProblem(when)
  if (problem) context.addIssue(`${when}: ${problem}`)
})

const version = z
  .strictObject({
    version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'must be fit for a web address'),
    title: words,
    obligation: z.enum(['mandatory', 'conditional', 'recommended', 'historical']),
    condition: words,
    /** Who must show it. A buyer's duty, or history, never applies to a product. */
    subject: z.enum(['product', 'supplier', 'buyer', 'nobody']),
    publishedOn: day.nullable(),
    adoptFrom: day.nullable(),
    requiredFrom: day.nullable(),
    graceUntil: day.nullable(),
    retiredOn: day.nullable(),
    datesNote: words.nullable(),
    applicability: z.array(clause),
    evidenceLifeMonths: z.int().min(1).max(60).nullable(),
    evidenceExpected: z.array(words).min(1),
    criteria: z.array(criterion).min(1),
  })
  .superRefine((value, context) => {
    for (const problem of [...datesProblems(value), ...subjectProblems(value), ...pathProblems(value.criteria)]) context.addIssue(problem)
  })

type VersionShape = Pick<z.infer<typeof version>, 'obligation' | 'subject' | 'applicability' | 'publishedOn' | 'adoptFrom' | 'requiredFrom' | 'graceUntil' | 'retiredOn' | 'datesNote'>

function datesProblems({ publishedOn, adoptFrom, requiredFrom, graceUntil, retiredOn, datesNote }: VersionShape): string[] {
  const known = [publishedOn, adoptFrom, requiredFrom].filter((date) => date !== null)
  const ends = [graceUntil, retiredOn].filter((date) => date !== null)
  const problems: string[] = []
  if (known.some((date, index) => date < (known[index - 1] ?? date))) problems.push('published, adopt and required days are out of order')
  if (ends.some((end) => known.some((date) => end < date))) problems.push('ends before it begins')
  if (requiredFrom === null && datesNote === null) problems.push('no required day, and no note that says why')
  return problems
}

function subjectProblems({ subject, obligation, applicability }: VersionShape): string[] {
  const applies = subject === 'product' || subject === 'supplier'
  const problems: string[] = []
  if (applies !== applicability.length > 0) problems.push('only what a product or a supplier must show has applicability, and it must have some')
  if ((obligation === 'historical') !== (subject === 'nobody')) problems.push('history binds nobody, and only history does')
  return problems
}

/** Routes only go forward, so that a path always ends, and a target is a criterion, a section or the end. */
function pathProblems(criteria: readonly CriterionContent[]): string[] {
  const codes = criteria.map(({ code }) => code)
  const problems = codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => `${code} is there twice`)
  criteria.forEach((from, index) => {
    for (const { goTo } of from.routing) {
      const later = criteria.slice(index + 1).some((to) => to.code === goTo)
      const section = criteria.findIndex((to) => to.section === goTo) > index
      if (goTo !== 'end' && !later && !section) problems.push(`${from.code} goes to ${goTo}, which does not come later`)
    }
  })
  return problems
}

/** One content file: a standard in our own words, with every version the register knows. */
export const standardContent = z.strictObject({
  id: z.string().regex(/^[A-Z0-9][A-Z0-9-]*$/),
  name: words,
  owner: words,
  category: z.enum(['clinical safety', 'data protection', 'technical security', 'interoperability', 'data & terminology', 'usability & accessibility', 'hosting & infrastructure', 'procurement']),
  source,
  foundIn: words,
  confidence: z.enum(['looked up', 'directory dump', 'partly looked up']),
  existedInOctober2018: z.boolean(),
  summary: words,
  note: words.nullable(),
  versions: z.array(version).min(1).refine((versions) => new Set(versions.map((v) => v.version)).size === versions.length, 'a version is there twice'),
})
