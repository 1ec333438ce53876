import { isJudge, isSupplier, type Actor } from '@/lib/identity/actor'
import type { Prisma } from '@/prisma/generated/client'
import type { AssessmentStatus } from './assessment'

/** An assessment as it concerns one actor. `declaration` is that actor's own. */
export type Judged = {
  supplierId: string
  status: AssessmentStatus
  submittedById: string
  declaration: 'none' | 'no-conflict' | 'conflict'
  /** Whether the person belongs to the supplier, in whatever role they act now. */
  belongsToSupplier: boolean
}

type Offered = { supplierId: string }

/** Any of a supplier's people may answer for its releases, submit and withdraw. */
export function canAnswer(actor: Actor, { supplierId }: Offered): boolean {
  return isSupplier(actor) && actor.bodyId === supplierId
}

export function canSubmit(actor: Actor, release: Offered): boolean {
  return canAnswer(actor, release)
}

/** While it is under way and nobody has decided. */
export function canWithdraw(actor: Actor, assessment: Offered & { status: AssessmentStatus; hasDecisions: boolean }): boolean {
  const isUnderWay = assessment.status === 'submitted' || assessment.status === 'changes_requested'
  return canAnswer(actor, assessment) && isUnderWay && !assessment.hasDecisions
}

/** Declared once, before anything of the assessment is seen. */
export function canDeclare(actor: Actor, { belongsToSupplier, declaration }: Pick<Judged, 'belongsToSupplier' | 'declaration'>): boolean {
  return isJudge(actor) && !belongsToSupplier && declaration === 'none'
}

function conflictOf(actor: Actor, judged: Judged): string | null {
  if (!isJudge(actor)) return 'Only an assessor can do this'
  if (judged.belongsToSupplier) return 'You belong to the supplier, so you cannot judge its product'
  if (judged.submittedById === actor.personId) return 'You sent this submission, so a different person must judge it'
  if (judged.declaration === 'conflict') return 'You declared a conflict of interest, so you cannot judge this submission'
  return judged.declaration === 'none' ? 'Declare that you have no conflict of interest first' : null
}

/** Why the actor may not judge the submission now, in words for them; null when they may. */
export function whyNotJudge(actor: Actor, judged: Judged): string | null {
  return conflictOf(actor, judged) ?? (judged.status === 'submitted' ? null : 'This submission is not with the assessors now')
}

/** Make findings, keep records of their own, recommend, and write requests for changes. */
export function canJudge(actor: Actor, judged: Judged): boolean {
  return whyNotJudge(actor, judged) === null
}

/** Anybody who may judge takes what nobody has; a lead assessor also takes over from somebody else. */
export function canTake(actor: Actor, judged: Judged & { assigneeId: string | null }): boolean {
  if (!canJudge(actor, judged) || judged.assigneeId === actor.personId) return false
  return judged.assigneeId === null || actor.role === 'lead_assessor'
}

export function canRequestChanges(actor: Actor, judged: Judged & { hasDecisions: boolean }): boolean {
  return canJudge(actor, judged) && !judged.hasDecisions
}

export function canRecommend(actor: Actor, judged: Judged & { isDecided: boolean }): boolean {
  return canJudge(actor, judged) && !judged.isDecided
}

type StandardJudged = Judged & { isDecided: boolean; recommendedById: string | null }

/** Why the actor may not decide a standard, in words for them; null when they may. */
export function whyNotDecide(actor: Actor, judged: StandardJudged): string | null {
  const otherwise = whyNotJudge(actor, judged)
  if (otherwise !== null) return otherwise
  if (actor.role !== 'lead_assessor') return 'Only a lead assessor decides'
  if (judged.isDecided) return 'This standard is already decided'
  if (judged.recommendedById === null) return 'An assessor has to recommend on this standard first'
  return judged.recommendedById === actor.personId ? 'You recommended on this standard, so a different person must decide it' : null
}

export function canDecide(actor: Actor, judged: StandardJudged): boolean {
  return whyNotDecide(actor, judged) === null
}

type ListingJudged = Judged & { recommendedByIds: readonly string[]; undecidedStandards: number; isListingDecided: boolean }

/** Why the actor may not decide the listing, in words for them; null when they may. */
export function whyNotDecideListing(actor: Actor, judged: ListingJudged): string | null {
  if (judged.isListingDecided) return 'The listing is already decided'
  const otherwise = whyNotJudge(actor, judged)
  if (otherwise !== null) return otherwise
  if (actor.role !== 'lead_assessor') return 'Only a lead assessor decides'
  if (judged.recommendedByIds.includes(actor.personId)) return 'You recommended on this submission, so a different person must decide the listing'
  return judged.undecidedStandards > 0 ? 'Decide every standard before you decide the listing' : null
}

export function canDecideListing(actor: Actor, judged: ListingJudged): boolean {
  return whyNotDecideListing(actor, judged) === null
}

const none: Prisma.AssessmentWhereInput = { id: { in: [] } }

/**
 * Which assessments an actor may know exist. Combine with AND, never by spreading. Row-level security holds the same and, besides,
 * hides from an assessor those of a supplier they belong to.
 */
export function visibleAssessments(actor: Actor): Prisma.AssessmentWhereInput {
  const { personId } = actor
  if (isSupplier(actor)) return { supplierId: actor.bodyId }
  if (isJudge(actor)) return { conflicts: { none: { personId, hasConflict: true } } }
  return none
}
