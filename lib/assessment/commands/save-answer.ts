import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { changedMeanwhile, DomainError } from '@/lib/platform/domain-error'
import { noSuch } from '@/lib/registry/registry'
import { answerProblem } from '@/lib/standards/answers'
import { criteriaOf, type PublishedCriterion } from '@/lib/standards/queries'
import { draftAnswers, draftRelease, standardsFor, type DraftAnswer, type DraftRelease } from '../draft'
import { present } from '../present'
import type { AnswerForm, AnswersForm, AttachForm } from '../schema'
import type { StandardInPlay } from '../standards-in-play'

type Typed = { criterionId: string; version: number; value: string; explanation: string }

/** The release, and the one of its standards that the criteria belong to. A criterion that is not asked of this release does not exist for it. */
async function asked(tx: Tx, actor: Actor, releaseId: string, criterionIds: string[]): Promise<{ release: DraftRelease; standard: StandardInPlay; criteria: PublishedCriterion[] }> {
  const release = await draftRelease(tx, actor, releaseId)
  if (!release) throw noSuch('release')
  const rows = await tx.criterion.findMany({ where: { id: { in: criterionIds } }, select: { standardVersionId: true } })
  const standard = (await standardsFor(tx, release)).find(({ version }) => rows.length === criterionIds.length && rows.every(({ standardVersionId }) => standardVersionId === version.id))
  if (!standard) throw new DomainError('not-found', 'There is no such question')
  return { release, standard, criteria: await criteriaOf(tx, [standard.version.id]) }
}

function criterionIn(criteria: readonly PublishedCriterion[], criterionId: string): PublishedCriterion {
  return present(criteria.find(({ id }) => id === criterionId))
}

function refuseWrongValue(criterion: PublishedCriterion, value: string, field: string): void {
  const problem = answerProblem(criterion.response, value)
  if (problem !== null) throw new DomainError('invalid', problem, field)
}

const isSameAnswer = (before: DraftAnswer | undefined, { value, explanation }: Typed): boolean => (before?.value ?? '') === value && (before?.explanation ?? '') === explanation

/** Writes one answer over exactly the version that was read, and gives its id. */
async function write(tx: Tx, actor: Actor, release: DraftRelease, before: DraftAnswer | undefined, { criterionId, version, value, explanation }: Typed): Promise<string> {
  if ((before?.version ?? 0) !== version) throw changedMeanwhile()
  const data = { value: value === '' ? null : value, explanation, updatedById: actor.personId, updatedAt: now() }
  if (!before) return (await tx.answer.create({ data: { ...data, releaseId: release.id, supplierId: release.supplierId, criterionId }, select: { id: true } })).id
  const { count } = await tx.answer.updateMany({ where: { id: before.id, version }, data: { ...data, version: { increment: 1 } } })
  if (count === 0) throw changedMeanwhile()
  return before.id
}

async function replaceEvidence(tx: Tx, answerId: string, { supplierId }: DraftRelease, revisionIds: readonly string[]): Promise<void> {
  const own = await tx.evidenceRevision.count({ where: { id: { in: [...revisionIds] }, supplierId } })
  if (own !== revisionIds.length) throw new DomainError('invalid', 'Choose evidence from your own list', 'evidence')
  await tx.answerEvidence.deleteMany({ where: { answerId, revisionId: { notIn: [...revisionIds] } } })
  await tx.answerEvidence.createMany({ data: revisionIds.map((revisionId) => ({ answerId, revisionId, supplierId })), skipDuplicates: true })
}

async function recordSaved(tx: Tx, actor: Actor, { id, productId }: DraftRelease, { version }: StandardInPlay, codes: string[]): Promise<void> {
  await recordEvent(tx, actor, { type: 'answer.saved', subjectKind: 'release', subjectId: id, productId, detail: { standardId: version.standardId, version: version.version, codes } })
}

/**
 * Saves one answer with the whole set of evidence shown for it. Saving what is there already changes nothing and records nothing.
 * @throws DomainError 'not-found' for another supplier's release, 'invalid' when the value does not fit the question,
 *   'conflict' when somebody changed it meanwhile or the release is with the assessors
 */
export async function saveAnswer(actor: Actor, { releaseId, evidence, ...typed }: AnswerForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const { release, standard, criteria } = await asked(tx, actor, releaseId, [typed.criterionId])
    const criterion = criterionIn(criteria, typed.criterionId)
    refuseWrongValue(criterion, typed.value, 'value')
    const revisionIds = [...new Set(evidence)]
    const before = (await draftAnswers(tx, releaseId, [typed.criterionId])).get(typed.criterionId)
    const isSameEvidence = before?.evidence.length === revisionIds.length && before.evidence.every(({ revisionId }) => revisionIds.includes(revisionId))
    if (isSameAnswer(before, typed) && isSameEvidence) return
    const answerId = await write(tx, actor, release, before, typed)
    await replaceEvidence(tx, answerId, release, revisionIds)
    await recordSaved(tx, actor, release, standard, [criterion.code])
  })
}

/**
 * Saves several answers of one standard at once, all or none; their evidence stays as it is.
 * @throws DomainError as `saveAnswer`; a value that does not fit names the field 'value-<criterion id>'
 */
export async function saveAnswers(actor: Actor, { releaseId, standardVersionId, answers }: AnswersForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const { release, standard, criteria } = await asked(tx, actor, releaseId, answers.map(({ criterionId }) => criterionId))
    if (standard.version.id !== standardVersionId) throw new DomainError('not-found', 'There is no such question')
    const before = await draftAnswers(tx, releaseId, answers.map(({ criterionId }) => criterionId))
    const changed = answers.filter((typed) => !isSameAnswer(before.get(typed.criterionId), typed))
    for (const typed of changed) {
      refuseWrongValue(criterionIn(criteria, typed.criterionId), typed.value, `value-${typed.criterionId}`)
      await write(tx, actor, release, before.get(typed.criterionId), typed)
    }
    if (changed.length > 0) await recordSaved(tx, actor, release, standard, changed.map(({ criterionId }) => criterionIn(criteria, criterionId).code))
  })
}

/**
 * Shows one more piece of evidence for an answer, which may not have a value yet. Showing it again changes nothing.
 * @throws DomainError as `saveAnswer`
 */
export async function attachEvidence(actor: Actor, { releaseId, criterionId, revisionId }: AttachForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const { release, standard, criteria } = await asked(tx, actor, releaseId, [criterionId])
    const before = (await draftAnswers(tx, releaseId, [criterionId])).get(criterionId)
    const { version, value, explanation, evidence } = before ?? { version: 0, value: null, explanation: '', evidence: [] }
    const shown = evidence.map((one) => one.revisionId)
    if (shown.includes(revisionId)) return
    const typed = { criterionId, version, value: value ?? '', explanation }
    const answerId = await write(tx, actor, release, before, typed)
    await replaceEvidence(tx, answerId, release, [...shown, revisionId])
    await recordSaved(tx, actor, release, standard, [criterionIn(criteria, criterionId).code])
  })
}
