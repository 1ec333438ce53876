import type { Tx } from '@/lib/platform/db'
import { criteriaOf, publishedVersions, type PublishedCriterion, type PublishedVersion } from '@/lib/standards/queries'
import type { ChangeRequest, Decision, Finding, Recommendation } from '@/prisma/generated/client'
import { askedCriteria } from './assessment'
import { givenAnswers, type JudgedAssessment } from './judged-assessment'
import { present } from './present'
import { submissionSnapshot, type Snapshot, type SnapshotStandard } from './snapshot'

/** One standard of a submission with everything made of it so far. */
export type Judgement = {
  frozen: SnapshotStandard
  version: PublishedVersion
  criteria: PublishedCriterion[]
  findings: Finding[]
  recommendation: Recommendation | null
  decision: Decision | null
  changeRequest: ChangeRequest | null
}

/** Every standard of the current round, in the order in which it was frozen. */
export async function judgements(tx: Tx, { submissionId, snapshot }: Pick<JudgedAssessment, 'submissionId' | 'snapshot'>): Promise<Judgement[]> {
  const versions = new Map((await publishedVersions(tx)).map((version) => [version.id, version]))
  const criteria = Map.groupBy(await criteriaOf(tx, snapshot.standards.map(({ standardVersionId }) => standardVersionId)), ({ standardVersionId }) => standardVersionId)
  const findings = await tx.finding.findMany({ where: { submissionId } })
  const recommendations = await tx.recommendation.findMany({ where: { submissionId } })
  const decisions = await tx.decision.findMany({ where: { submissionId } })
  const requests = await tx.changeRequest.findMany({ where: { submissionId } })
  return snapshot.standards.map((frozen) => {
    const { standardVersionId } = frozen
    const asked = askedCriteria(criteria.get(standardVersionId) ?? [], givenAnswers(frozen))
    const ids = new Set(asked.map(({ id }) => id))
    const ofStandard = <T extends { standardVersionId: string }>(rows: T[]): T | null => rows.find((row) => row.standardVersionId === standardVersionId) ?? null
    return {
      frozen,
      version: present(versions.get(standardVersionId)),
      criteria: asked,
      findings: findings.filter(({ criterionId }) => ids.has(criterionId)),
      recommendation: ofStandard(recommendations),
      decision: ofStandard(decisions),
      changeRequest: ofStandard(requests),
    }
  })
}

export type EarlierRound = { round: number; snapshot: Snapshot; findings: Finding[] }

/** The round before the current one, or null in the first. */
export async function roundBefore(tx: Tx, { id, round }: Pick<JudgedAssessment, 'id' | 'round'>): Promise<EarlierRound | null> {
  const earlier = await tx.submission.findUnique({ where: { assessmentId_round: { assessmentId: id, round: round - 1 } }, include: { findings: true } })
  return earlier && { round: earlier.round, snapshot: submissionSnapshot.parse(earlier.snapshot), findings: earlier.findings }
}

/** Names for assessors among themselves; the register shows bodies only. */
export async function personNames(tx: Tx, personIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await tx.person.findMany({ where: { id: { in: [...new Set(personIds.filter((id) => id !== null))] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function bodyNames(tx: Tx, bodyIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.body.findMany({ where: { id: { in: [...new Set(bodyIds)] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
