import type { Draft, DraftStandard } from './draft'
import { contentHashOf, type Snapshot, type SnapshotStandard } from './snapshot'

/** What is only recommended goes in when the supplier has begun to answer it, and stays out otherwise. */
export function isSent({ version, progress }: DraftStandard): boolean {
  return version.obligation !== 'recommended' || progress.hasStarted
}

function frozenStandard({ version, because, progress }: DraftStandard, answers: Draft['answers']): SnapshotStandard {
  return {
    standardVersionId: version.id,
    standardId: version.standardId,
    version: version.version,
    contentHash: version.contentHash,
    because,
    criteria: progress.asked.map(({ id, code }) => {
      const answer = answers.get(id)
      const evidence = (answer?.evidence ?? []).map(({ revisionId, name, kind, sha256, collectedOn, expiresOn, receivedOn }) => (
        { revisionId, name, kind, sha256, collectedOn, expiresOn, receivedOn }
      ))
      return { criterionId: id, code, value: answer?.value || null, explanation: answer?.explanation ?? '', evidence }
    }),
  }
}

/** What would be sent now, or null before the facts are stated. */
export function snapshotOf({ release, standards, answers }: Draft): Snapshot | null {
  if (release.facts === null) return null
  return {
    product: { id: release.productId, name: release.productName },
    release: { id: release.id, label: release.label },
    facts: release.facts,
    capabilities: release.capabilities,
    standards: standards.filter(isSent).map((standard) => frozenStandard(standard, answers)),
  }
}

function withoutStandards({ release, standards }: Draft): string[] {
  if (release.facts === null) return ['State the facts about this release: they decide which standards apply']
  return standards.some(isSent) ? [] : ['No standard applies to this release yet. Check its facts and capabilities']
}

function isUnchanged(draft: Draft): boolean {
  const { assessment } = draft
  const snapshot = snapshotOf(draft)
  return assessment !== null && assessment.status !== 'withdrawn' && snapshot !== null && contentHashOf(snapshot) === assessment.contentHash
}

/** What stands between a draft and its submission, one sentence each; nothing when it can be sent. */
export function missingIn(draft: Draft): string[] {
  if (draft.assessment?.status === 'submitted') return []
  const gaps = draft.standards.filter(isSent).flatMap(({ version, progress }) => (
    progress.gaps.map(({ criterion, gap }) => `${version.standardName}, question ${criterion.code}: ${gap}`)
  ))
  const missing = [...withoutStandards(draft), ...gaps]
  return missing.length === 0 && isUnchanged(draft) ? ['Change something first: nothing is different from what you last sent'] : missing
}
