import { assignToMe, declareInterest } from '@/lib/assessment/commands/declare-interest'
import { carryFindings, recordOwnEvidence } from '@/lib/assessment/commands/record-findings'
import { sendChangeRequests, writeChangeRequest } from '@/lib/assessment/commands/request-changes'
import { withdrawSubmission } from '@/lib/assessment/commands/submit-release'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { reading } from '@/lib/platform/db'
import { asJudged, declareNoConflict, standardsOf } from '@/prisma/factories/assessments'
import type { Teller } from '../answers/teller'
import { keyOf } from '../receipts'
import type { Asked } from './story'

/** The newest assessment of a release, as the supplier sees it. */
export async function assessmentOf(supplier: Member, releaseId: string) {
  return reading(supplier, (tx) => tx.assessment.findFirstOrThrow({ where: { releaseId }, orderBy: { openedAt: 'desc' }, select: { id: true, version: true, status: true, round: true } }))
}

async function hasDeclared(judge: Member, assessmentId: string): Promise<boolean> {
  return (await reading(judge, (tx) => tx.conflictDeclaration.count({ where: { assessmentId, personId: judge.personId } }))) > 0
}

export async function open(judge: Member, assessmentId: string): Promise<void> {
  if (!(await hasDeclared(judge, assessmentId))) await declareNoConflict(judge, assessmentId)
}

export async function declareConflict(judge: Member, assessmentId: string): Promise<void> {
  if (await hasDeclared(judge, assessmentId)) return
  await declareInterest(judge, { assessmentId, hasConflict: true, detail: 'My sister leads the imaging team that wants to buy this product.' })
}

export async function take(assessor: Member, assessmentId: string): Promise<void> {
  await open(assessor, assessmentId)
  const { version, assigneeId } = await asJudged(assessor, assessmentId)
  if (assigneeId === null) await assignToMe(assessor, { assessmentId, version })
}

export async function withdraw(supplier: Member, releaseId: string): Promise<void> {
  const { id: assessmentId, version, status } = await assessmentOf(supplier, releaseId)
  if (status === 'submitted') await withdrawSubmission(supplier, { assessmentId, version })
}

const visits = [
  { standardId: 'NHS-MFA', code: '1.1', method: 'test', tell: (t: Teller) => `Signed in to the demonstration system of ${t.p} as a new user: without the second factor the door stays shut, and an administrator cannot open it for one person.` },
  { standardId: 'DCB0129', code: '4.1', method: 'interview', tell: (t: Teller) => `Call with ${t.supplier.safetyOfficer.split(',')[0] ?? ''}. They told the story of the last report from a customer, from the phone call to the mend, and it agrees with the record.` },
  { standardId: 'WCAG22', code: '2.2', method: 'test', tell: (t: Teller) => `Went through the commonest task of ${t.p} by keyboard alone, twice. The focus was always to be seen and never caught.` },
  { standardId: 'EXIT', code: '1.2', method: 'examine', tell: (t: Teller) => `Asked for an export of the demonstration data of ${t.p} and opened it with a spreadsheet. Every column is in the schema.` },
] as const

/** What the assessor saw for themselves: at most two of the visits, by what the release is asked for. */
export async function keepOwnEvidence(assessor: Member, assessmentId: string, t: Teller): Promise<void> {
  const assessment = await asJudged(assessor, assessmentId)
  const standards = await standardsOf(assessor, assessment)
  const start = t.n('visit', 0, visits.length - 1)
  for (const { standardId, code, method, tell } of [visits[start], visits[(start + 1) % visits.length]].filter((visit) => visit !== undefined)) {
    const standard = standards.find(({ version }) => version.standardId === standardId)
    const criterion = standard?.criteria.find((one) => one.code === code)
    if (!standard || !criterion) continue
    const on = { assessmentId, submissionId: assessment.submissionId, standardVersionId: standard.version.id, criterionId: criterion.id }
    await recordOwnEvidence(assessor, { ...on, formKey: keyOf(`visit ${assessment.submissionId} ${standardId}`), method, occurredOn: addDays(today(), -1), summary: tell(t) })
  }
}

export async function askForChanges(assessor: Member, assessmentId: string, asked: readonly Asked[]): Promise<void> {
  const assessment = await asJudged(assessor, assessmentId)
  if (assessment.status !== 'submitted') return
  const held = await reading(assessor, (tx) => tx.changeRequest.findMany({ where: { submissionId: assessment.submissionId } }))
  for (const { frozen } of await standardsOf(assessor, assessment)) {
    const request = asked.find(({ standardId }) => standardId === frozen.standardId)
    if (!request) continue
    const version = held.find(({ standardVersionId }) => standardVersionId === frozen.standardVersionId)?.version ?? 0
    await writeChangeRequest(assessor, { assessmentId, submissionId: assessment.submissionId, standardVersionId: frozen.standardVersionId, message: request.message, version })
  }
  await sendChangeRequests(assessor, { assessmentId, version: assessment.version })
}

/** Takes over from the round before what is unchanged, standard by standard. */
export async function carry(assessor: Member, assessmentId: string): Promise<void> {
  const assessment = await asJudged(assessor, assessmentId)
  for (const { standardVersionId } of assessment.snapshot.standards) await carryFindings(assessor, { assessmentId, submissionId: assessment.submissionId, standardVersionId })
}

