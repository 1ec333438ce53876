import { recordEvent } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { now } from '@/lib/platform/clock'
import { dateFromDay } from '@/lib/platform/day'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { DomainError } from '@/lib/platform/domain-error'
import { earlierOutcome, keepOutcome } from '@/lib/platform/form-receipt'
import type { Finding } from '@/prisma/generated/client'
import { lockedToJudge, refuseStale, standardToJudge, type JudgedAssessment, type JudgedStandard } from '../judged-assessment'
import { roundBefore } from '../judgement'
import { changesBetween } from '../snapshot'
import type { CarryForm, FindingsForm, RecordForm } from '../schema'

type TypedFinding = FindingsForm['findings'][number]

function refuseDecided({ isDecided }: JudgedStandard): void {
  if (isDecided) throw new DomainError('conflict', 'This standard is already decided, so its findings can no longer change')
}

const isSame = (before: Finding | undefined, { outcome, method, reason }: TypedFinding): boolean => before?.outcome === outcome && before.method === method && before.reason === reason

async function writeFinding(tx: Tx, actor: Actor, submissionId: string, before: Finding | undefined, { version, ...finding }: TypedFinding): Promise<void> {
  refuseStale(version, before?.version ?? 0)
  const data = { ...finding, foundById: actor.personId, foundAt: now() }
  if (before) await tx.finding.update({ where: { id: before.id }, data: { ...data, carriedFromRound: null, version: { increment: 1 } } })
  else await tx.finding.create({ data: { ...data, submissionId } })
}

async function recordMade(tx: Tx, actor: Actor, { submissionId, id, productId, round }: JudgedAssessment, { frozen }: JudgedStandard, type: string, findings: object[]): Promise<void> {
  await recordEvent(tx, actor, {
    type, subjectKind: 'assessment', subjectId: id, productId,
    detail: { submissionId, round, standardId: frozen.standardId, version: frozen.version, findings },
  })
}

/**
 * Saves findings on criteria of one standard, all or none. What is the same as before is left as it was, with whoever found it.
 * @throws DomainError 'forbidden' when the actor may not judge the submission, 'conflict' when it, or a finding, changed meanwhile, or the standard is decided
 */
export async function recordFindings(actor: Actor, { findings, standardVersionId, ...form }: FindingsForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    const assessment = await lockedToJudge(tx, actor, form)
    const standard = await standardToJudge(tx, assessment, standardVersionId)
    refuseDecided(standard)
    const before = new Map(standard.findings.map((finding) => [finding.criterionId, finding]))
    const codes = new Map(standard.criteria.map(({ id, code }) => [id, code]))
    if (findings.some(({ criterionId }) => !codes.has(criterionId))) throw new DomainError('not-found', 'There is no such question in this submission')
    const changed = findings.filter((finding) => !isSame(before.get(finding.criterionId), finding))
    for (const finding of changed) await writeFinding(tx, actor, assessment.submissionId, before.get(finding.criterionId), finding)
    if (changed.length > 0) await recordMade(tx, actor, assessment, standard, 'findings.recorded', changed.map(({ criterionId, outcome }) => ({ code: codes.get(criterionId), outcome })))
  })
}

/**
 * Takes over the findings of the round before where the answer and its evidence are the same and nobody has judged them anew.
 * They stay in the name of whoever made them.
 * @returns how many were taken over
 * @throws DomainError as `recordFindings`; 'invalid' in the first round
 */
export async function carryFindings(actor: Actor, { standardVersionId, ...form }: CarryForm): Promise<number> {
  return inTransaction(actor, async (tx) => {
    const assessment = await lockedToJudge(tx, actor, form)
    const standard = await standardToJudge(tx, assessment, standardVersionId)
    refuseDecided(standard)
    const earlier = await roundBefore(tx, assessment)
    if (!earlier) throw new DomainError('invalid', 'There is no earlier round to take findings from')
    const changes = changesBetween(earlier.snapshot, assessment.snapshot)
    const judged = new Set(standard.findings.map(({ criterionId }) => criterionId))
    const open = standard.criteria.filter(({ id }) => !judged.has(id) && changes.get(id) === 'same')
    const carried = open.flatMap(({ id }) => earlier.findings.find(({ criterionId }) => criterionId === id) ?? [])
    for (const { criterionId, outcome, reason, method, foundById, foundAt } of carried) {
      await tx.finding.create({ data: { criterionId, outcome, reason, method, foundById, foundAt, submissionId: assessment.submissionId, carriedFromRound: earlier.round } })
    }
    const codes = open.filter(({ id }) => carried.some(({ criterionId }) => criterionId === id)).map(({ code }) => ({ code }))
    if (carried.length > 0) await recordMade(tx, actor, assessment, standard, 'findings.carried', codes)
    return carried.length
  })
}

/**
 * Keeps what an assessor saw for themselves: a call, a live demonstration, a test. Never changed afterwards.
 * @throws DomainError as `recordFindings`; 'invalid' when the day is to come
 */
export async function recordOwnEvidence(actor: Actor, { formKey, standardVersionId, criterionId, method, occurredOn, summary, ...form }: RecordForm): Promise<void> {
  await inTransaction(actor, async (tx) => {
    if ((await earlierOutcome(tx, formKey)) !== null) return
    const assessment = await lockedToJudge(tx, actor, form)
    const standard = await standardToJudge(tx, assessment, standardVersionId)
    refuseDecided(standard)
    const criterion = standard.criteria.find(({ id }) => id === criterionId)
    if (!criterion) throw new DomainError('invalid', 'Select the criterion it is about', 'criterionId')
    const { id } = await tx.assessorRecord.create({
      data: { submissionId: assessment.submissionId, criterionId, method, occurredOn: dateFromDay(occurredOn), summary, recordedById: actor.personId, recordedAt: now() },
      select: { id: true },
    })
    await keepOutcome(tx, { key: formKey, command: 'recordOwnEvidence', outcome: id, personId: actor.personId })
    await recordMade(tx, actor, assessment, standard, 'evidence.recorded', [{ code: criterion.code, method }])
  })
}
