import { today } from '@/lib/platform/clock'
import { dayFromDate, dayOf, type Day } from '@/lib/platform/day'
import { reading, type Asker, type Tx } from '@/lib/platform/db'
import { visibleRevisions } from '@/lib/evidence/policy'
import { criteriaOf, type PublishedCriterion } from '@/lib/standards/queries'
import type { AssessorRecord, Finding } from '@/prisma/generated/client'
import { answerInWords, askedCriteria, type FindingOutcome, type GivenAnswer, type Method } from '../assessment'
import { givenAnswers } from '../judged-assessment'
import { bodyNames } from '../judgement'
import { present } from '../present'
import { keptEvidence, type KeptEvidence } from '../shown-evidence'
import { submissionSnapshot, type SnapshotStandard } from '../snapshot'
import { standardStandingsOn, type DecisionOutcome, type Standing, type StandardStanding } from '../standing'
import { standingInputs, type ProvenDecision } from '../standing-input'

export type ProofEvidence = {
  revisionId: string
  name: string
  kind: 'file' | 'link'
  collectedOn: Day
  expiresOn: Day | null
  receivedOn: Day
  /** Fingerprint in hex of the file, or of the link's address. */
  sha256: string
  /** Whether the asker may open it. Only then are its address and file name told. */
  isOpen: boolean
  url: string | null
  fileName: string | null
}

export type ProofCriterion = {
  code: string
  section: string
  sectionTitle: string
  question: string
  passRule: string
  obligation: PublishedCriterion['obligation']
  assessed: boolean
  /** What the supplier claimed, in words; null when unanswered. */
  answer: string | null
  explanation: string
  evidence: ProofEvidence[]
  finding: { outcome: FindingOutcome; reason: string; method: Method; foundOn: Day } | null
  /** What assessors saw for themselves. */
  records: { method: Method; occurredOn: Day; summary: string }[]
}

export type PastDecision = { id: string; version: string; release: string; outcome: DecisionOutcome; decidedOn: Day; validUntil: Day | null }

export type ProofPage = {
  product: { id: string; slug: string; name: string }
  release: { id: string; label: string }
  supplier: { slug: string; name: string }
  /** The day the standing is given for. */
  on: Day
  standard: { standardId: string; name: string; version: string }
  because: readonly string[]
  standing: Standing
  /** Whether the product's own standing depends on it. */
  counts: boolean
  /** Last day on which it is met, inclusive; null when it is not. */
  until: Day | null
  proof: {
    outcome: DecisionOutcome
    reason: string
    decidedOn: Day
    validUntil: Day | null
    /** The bodies that the assessor and the lead assessor belong to. */
    assessedBy: string
    decidedBy: string
    /** Version that was decided; may be older than the one in force. */
    version: string
    contentHash: string
    criteria: ProofCriterion[]
  } | null
  history: PastDecision[]
}

async function listedRelease(tx: Tx, slug: string) {
  const product = await tx.product.findFirst({ where: { slug, listings: { some: {} } }, include: { supplier: { select: { slug: true, name: true } }, listings: { include: { release: { select: { id: true, label: true } } }, orderBy: { openedAt: 'desc' } } } })
  const listing = product?.listings.find(({ closedAt }) => closedAt === null) ?? product?.listings[0]
  return product && listing ? { product, release: listing.release } : null
}

/** The revisions that the asker may open. */
async function openRevisions(tx: Tx, asker: Asker, { criteria }: SnapshotStandard): Promise<KeptEvidence[]> {
  const ids = criteria.flatMap(({ evidence }) => evidence.map(({ revisionId }) => revisionId))
  return keptEvidence(tx, { AND: [{ id: { in: ids } }, visibleRevisions(asker)] })
}

function proofEvidence(open: readonly KeptEvidence[], evidence: GivenAnswer['evidence']): ProofEvidence[] {
  return evidence.map((shown) => {
    const kept = open.find(({ revisionId }) => revisionId === shown.revisionId)
    return { ...shown, isOpen: kept !== undefined, url: kept?.url ?? null, fileName: kept?.fileName ?? null }
  })
}

const unanswered = { value: null, explanation: '', evidence: [] }

function proofCriterion(criterion: PublishedCriterion, frozen: GivenAnswer | undefined, open: readonly KeptEvidence[], finding: Finding | undefined, records: readonly AssessorRecord[]): ProofCriterion {
  const { code, section, sectionTitle, question, passRule, obligation, assessed } = criterion
  const { value, explanation, evidence } = frozen ?? unanswered
  return {
    code, section, sectionTitle, question, obligation, assessed, explanation, passRule: passRule.words,
    answer: answerInWords(criterion, value),
    evidence: proofEvidence(open, evidence),
    finding: finding ? { outcome: finding.outcome, reason: finding.reason, method: finding.method, foundOn: dayOf(finding.foundAt) } : null,
    records: records.map(({ method, occurredOn, summary }) => ({ method, occurredOn: dayFromDate(occurredOn), summary })),
  }
}

async function proofCriteria(tx: Tx, asker: Asker, { submissionId }: ProvenDecision, frozen: SnapshotStandard): Promise<ProofCriterion[]> {
  const asked = askedCriteria(await criteriaOf(tx, [frozen.standardVersionId]), givenAnswers(frozen))
  const open = await openRevisions(tx, asker, frozen)
  const findings = await tx.finding.findMany({ where: { submissionId } })
  const records = await tx.assessorRecord.findMany({ where: { submissionId }, orderBy: { recordedAt: 'asc' } })
  return asked.map((criterion) => {
    const ofIt = <T extends { criterionId: string }>(rows: T[]): T[] => rows.filter(({ criterionId }) => criterionId === criterion.id)
    return proofCriterion(criterion, ofIt(frozen.criteria)[0], open, ofIt(findings)[0], ofIt(records))
  })
}

/** The body for which the assessor worked. A person may have left since: then the membership they had counts. */
async function assessingBody(tx: Tx, personId: string): Promise<string> {
  const membership = await tx.membership.findFirst({ where: { personId, bodyKind: 'assessor' }, orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }], include: { body: { select: { name: true } } } })
  return membership?.body.name ?? 'An assessing body'
}

async function proofOf(tx: Tx, asker: Asker, decision: ProvenDecision | null): Promise<ProofPage['proof']> {
  if (decision === null) return null
  const row = await tx.decision.findUniqueOrThrow({ where: { id: decision.id } })
  const submission = await tx.submission.findUniqueOrThrow({ where: { id: decision.submissionId }, select: { snapshot: true } })
  const frozen = submissionSnapshot.parse(submission.snapshot).standards.find(({ standardVersionId }) => standardVersionId === decision.standardVersionId)
  if (!frozen) return null
  return {
    outcome: decision.outcome, reason: row.reason, decidedOn: decision.decidedOn, validUntil: decision.validUntil, version: frozen.version, contentHash: row.contentHash,
    assessedBy: await assessingBody(tx, row.recommendedById),
    decidedBy: (await bodyNames(tx, [row.decidingBodyId])).get(row.decidingBodyId) ?? 'An assessing body',
    criteria: await proofCriteria(tx, asker, decision, frozen),
  }
}

/** Every published decision on the standard for any release of the product, latest first. */
async function historyOf(tx: Tx, productId: string, standardId: string): Promise<PastDecision[]> {
  const releases = await tx.release.findMany({ where: { productId }, select: { id: true, label: true } })
  const inputs = await standingInputs(tx, releases.map(({ id }) => id))
  return releases.flatMap(({ id: releaseId, label }) => {
    const input = inputs.get(releaseId)
    if (!input) return []
    const { versions } = input
    const own = new Map(versions.filter((version) => version.standardId === standardId).map(({ id, version }) => [id, version]))
    return input.decisions.filter(({ standardVersionId }) => own.has(standardVersionId)).map(({ id, standardVersionId, outcome, decidedOn, decidedAt, validUntil }) => (
      { id, outcome, decidedOn, decidedAt, validUntil, version: present(own.get(standardVersionId)), release: label }
    ))
  }).sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime()).map(({ decidedAt: _, ...past }) => past)
}

function standingOf(standings: readonly StandardStanding[], standardId: string): StandardStanding | undefined {
  return standings.find((standing) => standing.standardId.toLowerCase() === standardId.toLowerCase())
}

/**
 * The proof behind one badge of a product on the register: what was asked and claimed, on what evidence, how it was judged and by whom.
 * `proof` is null while nobody has decided, or had decided by that day. Null when the product is not on the register or the standard does not bear on it.
 */
export async function proofPage(asker: Asker, slug: string, standardId: string, on: Day = today()): Promise<ProofPage | null> {
  return reading(asker, async (tx) => {
    const listed = await listedRelease(tx, slug)
    const input = listed && (await standingInputs(tx, [listed.release.id])).get(listed.release.id)
    const standing = input && standingOf(standardStandingsOn(on, input), standardId)
    if (!listed || !standing) return null
    const { product, release } = listed
    return {
      product: { id: product.id, slug: product.slug, name: product.name }, release, supplier: product.supplier, on,
      standard: { standardId: standing.standardId, name: standing.name, version: standing.version },
      because: standing.because, standing: standing.standing, counts: standing.counts, until: standing.until,
      proof: await proofOf(tx, asker, standing.decision as ProvenDecision | null),
      history: await historyOf(tx, product.id, standing.standardId),
    }
  })
}
