import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { statedFacts } from '@/lib/registry/registry'
import type { ReleaseFacts } from '@/lib/standards/facts'
import { criteriaOf, publishedVersions, type PublishedCriterion } from '@/lib/standards/queries'
import type { Actor } from '@/lib/identity/actor'
import type { AssessmentStatus, GivenAnswer } from './assessment'
import { progressOf, type StandardProgress } from './assessment'
import { canAnswer } from './policy'
import { keptEvidence, type KeptEvidence } from './shown-evidence'
import { submissionSnapshot, type Snapshot } from './snapshot'
import { applicableStandards, type StandardInPlay } from './standards-in-play'

export type DraftAnswer = GivenAnswer & { id: string; version: number; evidence: KeptEvidence[] }

export type DraftStandard = StandardInPlay & { criteria: PublishedCriterion[]; progress: StandardProgress }

export type DraftRelease = { id: string; label: string; productId: string; productName: string; productSlug: string; supplierId: string; facts: ReleaseFacts | null; capabilities: string[] }

/** The latest assessment of a release, under way or over. */
export type DraftAssessment = {
  id: string
  status: AssessmentStatus
  round: number
  version: number
  currentSubmissionId: string
  contentHash: string
  snapshot: Snapshot
  /** By standard version: what the assessor asked for, as far as it has been sent. */
  changeRequests: Map<string, string>
}

/** All that a supplier has said of a release so far, against the standards that apply to it today. */
export type Draft = { release: DraftRelease; standards: DraftStandard[]; answers: Map<string, DraftAnswer>; assessment: DraftAssessment | null }

/** The release as its own supplier may see it, or null. */
export async function draftRelease(tx: Tx, actor: Actor, releaseId: string): Promise<DraftRelease | null> {
  const row = await tx.release.findUnique({ where: { id: releaseId }, include: { product: { select: { name: true, slug: true } }, claims: { select: { capabilityRef: true } } } })
  if (!row || !canAnswer(actor, row)) return null
  const { id, label, productId, supplierId, product, claims } = row
  return {
    id, label, productId, supplierId, productName: product.name, productSlug: product.slug,
    facts: statedFacts(row.facts),
    capabilities: claims.map(({ capabilityRef }) => capabilityRef).sort(),
  }
}

/** What applies to a release today. Nothing does before its facts are stated: then nobody can say. */
export async function standardsFor(tx: Tx, { facts, capabilities }: Pick<DraftRelease, 'facts' | 'capabilities'>): Promise<StandardInPlay[]> {
  return facts === null ? [] : applicableStandards(await publishedVersions(tx), facts, capabilities, today())
}

/** By criterion. */
export async function draftAnswers(tx: Tx, releaseId: string, criterionIds?: string[]): Promise<Map<string, DraftAnswer>> {
  const rows = await tx.answer.findMany({ where: { releaseId, ...(criterionIds ? { criterionId: { in: criterionIds } } : {}) }, include: { evidence: { select: { revisionId: true } } } })
  const revisionIds = [...new Set(rows.flatMap(({ evidence }) => evidence.map(({ revisionId }) => revisionId)))]
  const kept = new Map((await keptEvidence(tx, { id: { in: revisionIds } })).map((one) => [one.revisionId, one]))
  return new Map(rows.map(({ id, criterionId, value, explanation, version, evidence }) => (
    [criterionId, { id, value, explanation, version, evidence: evidence.flatMap(({ revisionId }) => kept.get(revisionId) ?? []) }]
  )))
}

async function latestAssessment(tx: Tx, releaseId: string): Promise<DraftAssessment | null> {
  const row = await tx.assessment.findFirst({ where: { releaseId }, orderBy: [{ openedAt: 'desc' }, { id: 'asc' }] })
  if (!row?.currentSubmissionId) return null
  const submission = await tx.submission.findUniqueOrThrow({ where: { id: row.currentSubmissionId }, include: { changeRequests: true } })
  const { id, status, round, version, currentSubmissionId } = row
  return {
    id, status, round, version, currentSubmissionId,
    contentHash: submission.contentHash,
    snapshot: submissionSnapshot.parse(submission.snapshot),
    changeRequests: new Map(status === 'changes_requested' ? submission.changeRequests.map(({ standardVersionId, message }) => [standardVersionId, message]) : []),
  }
}

/** Null when the actor may not know of the release. */
export async function draftOf(tx: Tx, actor: Actor, releaseId: string): Promise<Draft | null> {
  const release = await draftRelease(tx, actor, releaseId)
  if (!release) return null
  const inPlay = await standardsFor(tx, release)
  const criteria = Map.groupBy(await criteriaOf(tx, inPlay.map(({ version }) => version.id)), ({ standardVersionId }) => standardVersionId)
  const answers = await draftAnswers(tx, releaseId)
  const standards = inPlay.map((standard) => {
    const own = criteria.get(standard.version.id) ?? []
    return { ...standard, criteria: own, progress: progressOf(own, answers, today()) }
  })
  return { release, standards, answers, assessment: await latestAssessment(tx, releaseId) }
}

/** One of the standards that apply, by its id in whatever letters. */
export function standardIn(draft: Draft | null, standardId: string): DraftStandard | undefined {
  return draft?.standards.find(({ version }) => version.standardId.toLowerCase() === standardId.toLowerCase())
}

/** Why the answers to a version cannot change now, in words; null when they can. */
export function whyHeldStill(assessment: DraftAssessment | null, standardVersionId: string): string | null {
  if (assessment?.status === 'submitted') return 'This release is with the assessors and cannot be changed until they answer'
  const wasSent = assessment?.snapshot.standards.some((standard) => standard.standardVersionId === standardVersionId)
  if (assessment?.status !== 'changes_requested' || !wasSent || assessment.changeRequests.has(standardVersionId)) return null
  return 'The assessor asked for no change in this standard, so its answers stay as they are'
}
