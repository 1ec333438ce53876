import type { FindingOutcome } from '@/lib/assessment/assessment'
import type { SnapshotCriterion } from '@/lib/assessment/snapshot'
import type { DecisionOutcome } from '@/lib/assessment/standing'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, type Day } from '@/lib/platform/day'
import type { PublishedCriterion } from '@/lib/standards/queries'
import { usualValidUntil, type Decide, type Judge, type StandardToJudge } from '@/prisma/factories/assessments'
import type { Teller } from '../answers/teller'
import { decidedMet, ordinaryFinding, recommendedMet, type WordedFinding } from './wording'

/** What an assessor holds against one criterion, and what follows for its standard. By standard and criterion. */
export type Failing = { outcome: Exclude<FindingOutcome, 'met'>; reason: string; recommended: string; decided: string }
export type Failings = Readonly<Record<string, Failing>>

const failingOf = (failings: Failings, { version }: StandardToJudge, { code }: PublishedCriterion): Failing | undefined => failings[`${version.standardId} ${code}`]

export const failingIn = (failings: Failings, standard: StandardToJudge): Failing | undefined => (
  standard.criteria.map((criterion) => failingOf(failings, standard, criterion)).find((failing) => failing !== undefined)
)

const unanswered = (criterionId: string, code: string): SnapshotCriterion => ({ criterionId, code, value: null, explanation: '', evidence: [] })

function findingsOn(t: Teller, standard: StandardToJudge, failings: Failings): (WordedFinding & { criterionId: string })[] {
  const answers = new Map(standard.frozen.criteria.map((answer) => [answer.criterionId, answer]))
  return standard.criteria.filter(({ assessed }) => assessed).map((criterion) => {
    const failing = failingOf(failings, standard, criterion)
    const found = failing ? { outcome: failing.outcome, method: 'examine' as const, reason: failing.reason } : ordinaryFinding(t, standard.version.standardId, criterion, answers.get(criterion.id) ?? unanswered(criterion.id, criterion.code))
    return { criterionId: criterion.id, ...found }
  })
}

function outcomeOf(findings: readonly WordedFinding[], failing: Failing | undefined): DecisionOutcome {
  if (findings.every(({ outcome }) => outcome === 'not_applicable')) return 'not_applicable'
  return failing ? 'not_met' : 'met'
}

/** Judges as an assessor would. `part` 'findings' makes findings without recommending. */
export function judgeAs(t: Teller, failings: Failings = {}, part: (standard: StandardToJudge) => 'all' | 'findings' | 'nothing' = () => 'all'): Judge {
  return (standard) => {
    const wanted = part(standard)
    if (wanted === 'nothing') return null
    const findings = findingsOn(t, standard, failings)
    const outcome = outcomeOf(findings, failingIn(failings, standard))
    return { outcome: wanted === 'findings' ? null : outcome, reason: failingIn(failings, standard)?.recommended ?? recommendedMet(t, standard), findings }
  }
}

/** Whether the evidence of a standard is so short-lived that a lead lets the decision hold on the promise of renewal. */
const isShortLived = ({ version }: StandardToJudge): boolean => version.evidenceLifeMonths !== null && version.evidenceLifeMonths <= 6

/** Twelve months, or until a document itself ends. */
function renewedUntil({ frozen }: StandardToJudge): Day {
  const ends = frozen.criteria.flatMap(({ evidence }) => evidence.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn])))
  return [addDays(addMonths(today(), 12), -1), ...ends].sort()[0] ?? today()
}

/** Decides as a lead assessor would. With 'strict' validity a decision ends with the first of its evidence, however soon that is. */
export function decideAs(t: Teller, validity: 'strict' | 'renewed', failings: Failings = {}, isLeft: (standard: StandardToJudge) => boolean = () => false): Decide {
  return (standard) => {
    if (isLeft(standard)) return null
    const failing = failingIn(failings, standard)
    if (failing) return { reason: failing.decided, validUntil: today() }
    const isRenewed = validity === 'renewed' && isShortLived(standard)
    const validUntil = isRenewed ? renewedUntil(standard) : usualValidUntil(standard)
    return { reason: decidedMet(t, standard, validUntil, isRenewed), validUntil }
  }
}
