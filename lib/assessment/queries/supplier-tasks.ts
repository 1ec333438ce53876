import type { Actor } from '@/lib/identity/actor'
import { dayFromDate, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { StandardObligation } from '@/lib/standards/standards'
import type { AssessmentStatus, FindingOutcome, ListingOutcome } from '../assessment'
import { draftOf, standardIn, whyHeldStill, type Draft, type DraftStandard } from '../draft'
import { isSent, missingIn } from '../readiness'
import { isSameAnswer } from '../snapshot'
import type { DecisionOutcome } from '../standing'

export type TaskState = 'not_started' | 'in_progress' | 'answered' | 'changes_requested' | 'with_assessor' | 'decided'

export type StandardTask = {
  standardId: string
  version: string
  standardVersionId: string
  name: string
  obligation: StandardObligation
  /** Each completes "It applies because …". */
  because: string[]
  /** `answered` of `toAnswer` needed questions are complete, with their evidence. */
  answered: number
  toAnswer: number
  state: TaskState
  changeRequest?: string
  /** The latest decision that the supplier may know of. `validUntil` is inclusive. */
  decision?: { outcome: DecisionOutcome; reason: string; decidedOn: Day; validUntil: Day | null }
  /** False for what is only recommended and not begun: it is left out when the release is submitted. */
  isIncluded: boolean
}

export type TaskList = {
  release: { id: string; label: string; hasFacts: boolean; capabilities: number }
  product: { id: string; name: string; slug: string }
  status: AssessmentStatus | 'draft'
  round: number
  assessmentId?: string
  assessmentVersion?: number
  /** Set when the listing is decided. */
  listing?: { outcome: ListingOutcome; reason: string }
  standards: StandardTask[]
  /** What stands between the draft and its submission, one sentence each. */
  missing: string[]
  canSubmit: boolean
  canWithdraw: boolean
}

type KnownDecision = NonNullable<StandardTask['decision']>

/** The latest published decision by standard version. Row-level security hides from a supplier what is not published. */
async function knownDecisions(tx: Tx, releaseId: string): Promise<Map<string, KnownDecision>> {
  const rows = await tx.decision.findMany({ where: { releaseId }, orderBy: { decidedAt: 'asc' } })
  return new Map(rows.map(({ standardVersionId, outcome, reason, decidedOn, validUntil }) => (
    [standardVersionId, { outcome, reason, decidedOn: dayFromDate(decidedOn), validUntil: validUntil === null ? null : dayFromDate(validUntil) }]
  )))
}

function progressState({ answered, toAnswer, hasStarted }: DraftStandard['progress']): TaskState {
  if (answered === toAnswer && hasStarted) return 'answered'
  return hasStarted || answered > 0 ? 'in_progress' : 'not_started'
}

function sentState({ assessment }: Draft, { version }: DraftStandard): TaskState | null {
  if (assessment === null || assessment.status === 'withdrawn' || assessment.status === 'decided') return null
  if (!assessment.snapshot.standards.some(({ standardVersionId }) => standardVersionId === version.id)) return null
  return assessment.changeRequests.has(version.id) ? 'changes_requested' : 'with_assessor'
}

/** Whether the answers are still the ones that were decided on. */
function isAsDecided(draft: Draft, { version, progress }: DraftStandard): boolean {
  const sent = draft.assessment?.status === 'decided' ? draft.assessment.snapshot.standards.find(({ standardVersionId }) => standardVersionId === version.id) : undefined
  if (!sent || sent.criteria.length !== progress.asked.length) return false
  return sent.criteria.every((criterion) => isSameAnswer(criterion, draft.answers.get(criterion.criterionId) ?? { value: null, explanation: '', evidence: [] }))
}

function task(draft: Draft, decisions: ReadonlyMap<string, KnownDecision>, standard: DraftStandard): StandardTask {
  const { version, because, progress } = standard
  const decision = decisions.get(version.id)
  const changeRequest = draft.assessment?.changeRequests.get(version.id)
  const state = sentState(draft, standard) ?? (decision && isAsDecided(draft, standard) ? 'decided' : progressState(progress))
  return {
    standardId: version.standardId, version: version.version, standardVersionId: version.id, name: version.standardName, obligation: version.obligation, because,
    answered: progress.answered, toAnswer: progress.toAnswer, state, isIncluded: isSent(standard),
    ...(changeRequest === undefined ? {} : { changeRequest }), ...(decision === undefined ? {} : { decision }),
  }
}

async function listingOf(tx: Tx, { assessment }: Draft): Promise<TaskList['listing']> {
  if (assessment?.status !== 'decided') return undefined
  const row = await tx.listingDecision.findUnique({ where: { submissionId: assessment.currentSubmissionId }, select: { outcome: true, reason: true } })
  return row ?? undefined
}

function assessmentOf({ assessment }: Draft): Pick<TaskList, 'status' | 'round' | 'assessmentId' | 'assessmentVersion'> {
  if (assessment === null) return { status: 'draft', round: 0 }
  const { id: assessmentId, version: assessmentVersion, status, round } = assessment
  return { assessmentId, assessmentVersion, status, round }
}

/** A supplier's work on one release, standard by standard, and what is still missing. Null when the actor may not know of it. */
export async function taskList(actor: Actor, releaseId: string): Promise<TaskList | null> {
  return reading(actor, async (tx) => {
    const draft = await draftOf(tx, actor, releaseId)
    if (!draft) return null
    const { release } = draft
    const decisions = await knownDecisions(tx, releaseId)
    const missing = missingIn(draft)
    const listing = await listingOf(tx, draft)
    const whole = assessmentOf(draft)
    return {
      release: { id: release.id, label: release.label, hasFacts: release.facts !== null, capabilities: release.capabilities.length },
      product: { id: release.productId, name: release.productName, slug: release.productSlug },
      ...whole,
      ...(listing ? { listing } : {}),
      standards: draft.standards.map((standard) => task(draft, decisions, standard)),
      missing,
      canSubmit: missing.length === 0 && whole.status !== 'submitted',
      canWithdraw: whole.status === 'submitted' || whole.status === 'changes_requested',
    }
  })
}

export type KnownFinding = { outcome: FindingOutcome; reason: string }

/** What was found on each criterion, once the release is decided. Row-level security hides it from a supplier until then. */
export async function knownFindings(tx: Tx, { assessment }: Draft): Promise<Map<string, KnownFinding>> {
  if (assessment?.status !== 'decided') return new Map()
  const rows = await tx.finding.findMany({ where: { submissionId: assessment.currentSubmissionId } })
  return new Map(rows.map(({ criterionId, outcome, reason }) => [criterionId, { outcome, reason }]))
}

export type QuestionRow = {
  criterionId: string
  code: string
  section: string
  sectionTitle: string
  question: string
  isNeeded: boolean
  value: string | null
  evidence: number
  /** What is still to be done, in words; null when it is complete or optional. */
  gap: string | null
  /** What was found when the release was decided; null before, and for what nobody judged. */
  finding: KnownFinding | null
}

export type QuestionList = { release: { id: string; label: string }; product: { id: string; name: string }; task: StandardTask; editable: boolean; heldStill: string | null; questions: QuestionRow[] }

/** The questions of one standard that are asked, given the answers so far. Null when the release is not the actor's or the standard does not apply. */
export async function questionsFor(actor: Actor, releaseId: string, standardId: string): Promise<QuestionList | null> {
  return reading(actor, async (tx) => {
    const draft = await draftOf(tx, actor, releaseId)
    const standard = standardIn(draft, standardId)
    if (!draft || !standard) return null
    const { release, answers } = draft
    const findings = await knownFindings(tx, draft)
    const heldStill = whyHeldStill(draft.assessment, standard.version.id)
    return {
      release: { id: release.id, label: release.label },
      product: { id: release.productId, name: release.productName },
      task: task(draft, await knownDecisions(tx, releaseId), standard),
      editable: heldStill === null,
      heldStill,
      questions: standard.progress.asked.map((criterion) => questionRow(standard, answers, criterion, findings)),
    }
  })
}

function questionRow({ progress }: DraftStandard, answers: Draft['answers'], { id, code, section, sectionTitle, question }: DraftStandard['criteria'][number], findings: ReadonlyMap<string, KnownFinding>): QuestionRow {
  const answer = answers.get(id)
  return {
    criterionId: id, code, section, sectionTitle, question,
    isNeeded: progress.neededIds.has(id),
    value: answer?.value ?? null,
    evidence: answer?.evidence.length ?? 0,
    gap: progress.gaps.find(({ criterion }) => criterion.id === id)?.gap ?? null,
    finding: findings.get(id) ?? null,
  }
}
