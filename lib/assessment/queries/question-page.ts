import type { Actor } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { reading } from '@/lib/platform/db'
import type { PublishedCriterion } from '@/lib/standards/queries'
import { draftOf, standardIn, whyHeldStill, type Draft, type DraftStandard } from '../draft'
import { knownFindings, type KnownFinding } from './supplier-tasks'
import { keptEvidence, type KeptEvidence } from '../shown-evidence'

export type LibraryEvidence = KeptEvidence & { isShown: boolean; hasEnded: boolean }

export type QuestionPage = {
  release: { id: string; label: string }
  product: { id: string; name: string }
  standard: { standardId: string; name: string; version: string; standardVersionId: string }
  criterion: PublishedCriterion
  isNeeded: boolean
  /** Where it stands among the questions that are asked, from 1. */
  position: number
  total: number
  answer: { value: string | null; explanation: string; version: number; evidence: KeptEvidence[] } | null
  gap: string | null
  previousCode: string | null
  nextCode: string | null
  editable: boolean
  heldStill: string | null
  changeRequest: string | null
  /** What was found when the release was decided. */
  finding: KnownFinding | null
  /** The supplier's newest revision of each piece of evidence, and whatever older one this answer shows. Newest first. */
  library: LibraryEvidence[]
}

function newestAndShown(kept: readonly KeptEvidence[], shownIds: ReadonlySet<string>): LibraryEvidence[] {
  const newest = new Map<string, number>()
  for (const { itemId, number } of kept) newest.set(itemId, Math.max(newest.get(itemId) ?? 0, number))
  return kept
    .filter(({ itemId, number, revisionId }) => newest.get(itemId) === number || shownIds.has(revisionId))
    .map((one) => ({ ...one, isShown: shownIds.has(one.revisionId), hasEnded: one.expiresOn !== null && one.expiresOn < today() }))
}

/** A question, what is left to do about it, and where it stands among those that are asked; null when it is not asked. */
function placeOf({ progress: { asked, gaps, neededIds } }: DraftStandard, code: string) {
  const index = asked.findIndex((criterion) => criterion.code === code)
  const criterion = asked[index]
  if (!criterion) return null
  return {
    criterion,
    isNeeded: neededIds.has(criterion.id),
    position: index + 1,
    total: asked.length,
    gap: gaps.find((gap) => gap.criterion.id === criterion.id)?.gap ?? null,
    previousCode: asked[index - 1]?.code ?? null,
    nextCode: asked[index + 1]?.code ?? null,
  }
}

function stateOf({ assessment }: Draft, standardVersionId: string) {
  const heldStill = whyHeldStill(assessment, standardVersionId)
  return { heldStill, editable: heldStill === null, changeRequest: assessment?.changeRequests.get(standardVersionId) ?? null }
}

/** One question with its answer and the evidence to choose from. Null when the release is not the actor's, or the question is not asked of it now. */
export async function questionPage(actor: Actor, releaseId: string, standardId: string, code: string): Promise<QuestionPage | null> {
  return reading(actor, async (tx) => {
    const draft = await draftOf(tx, actor, releaseId)
    const standard = standardIn(draft, standardId)
    const at = standard && placeOf(standard, code)
    if (!draft || !standard || !at) return null
    const { release } = draft
    const answer = draft.answers.get(at.criterion.id) ?? null
    const shownIds = new Set(answer?.evidence.map(({ revisionId }) => revisionId))
    const { standardId: id, standardName: name, version, id: standardVersionId } = standard.version
    return {
      release: { id: release.id, label: release.label },
      product: { id: release.productId, name: release.productName },
      standard: { standardId: id, name, version, standardVersionId },
      ...at,
      answer,
      ...stateOf(draft, standardVersionId),
      finding: (await knownFindings(tx, draft)).get(at.criterion.id) ?? null,
      library: newestAndShown(await keptEvidence(tx, { supplierId: release.supplierId }), shownIds),
    }
  })
}
