import { randomUUID } from 'node:crypto'
import { systemActor } from '@/lib/audit/record-event'
import type { Member, Role } from '@/lib/identity/actor'
import { now, today } from '@/lib/platform/clock'
import { addDays, dateFromDay, type Day } from '@/lib/platform/day'
import { inTransaction, reading } from '@/lib/platform/db'
import { claimCapabilities, createProduct, registerSupplier, stateFacts } from '@/lib/registry/commands'
import { loadCapabilities } from '@/lib/registry/load-capabilities'
import type { ReleaseFacts } from '@/lib/standards/facts'
import { loadStandards } from '@/lib/standards/load-content'
import { criteriaOf, publishedVersions, type PublishedCriterion } from '@/lib/standards/queries'
import type { PublishableStandard } from '@/lib/standards/read-content'
import { saveAnswer } from './commands/save-answer'
import { submitRelease } from './commands/submit-release'
import { declareInterest } from './commands/declare-interest'
import { recordFindings } from './commands/record-findings'
import { recommend } from './commands/recommend'
import { decideListing, decideStandard } from './commands/decide'
import { judgedAssessment, judgedStandard } from './judged-assessment'
import { present } from './present'
import { judgementSeen } from './snapshot'
import type { DecisionOutcome } from './standing'

type Version = PublishableStandard['versions'][number]
type Criterion = Version['criteria'][number]

export function criterionContent(code: string, changes: Partial<Criterion> = {}): Criterion {
  return {
    code, section: '1', sectionTitle: 'All of it', question: `Question ${code}?`, guidance: 'Say how.', obligation: 'must', assessed: true,
    response: { type: 'yes-no', allowNotApplicable: false }, evidenceExpected: ['A document'], evidenceNeeded: false, evidenceNeededWhen: null,
    evidenceMaximumAgeMonths: null, passRule: { words: 'Yes', passes: ['yes'] }, routing: [], ...changes,
  }
}

function standardContent(id: string, criteria: Criterion[], changes: Partial<Version> = {}): PublishableStandard {
  return {
    id, name: `Standard ${id}`, owner: 'Owner', category: 'clinical safety', source: 'https://example.test/', foundIn: 'here', confidence: 'looked up', existedInOctober2018: false, summary: 'Words.', note: null,
    versions: [{
      version: '1', title: `${id} version 1`, obligation: 'mandatory', condition: 'All', subject: 'product', publishedOn: null, adoptFrom: null, requiredFrom: '2020-01-01', graceUntil: null, retiredOn: null, datesNote: null,
      applicability: [{ when: 'true', because: 'it is a product' }], evidenceLifeMonths: 12, evidenceExpected: ['A document'], criteria, contentHash: randomUUID().replaceAll('-', '').padEnd(64, '0'), ...changes,
    }],
  }
}

/** Two small standards that apply to everything, one that applies to medical devices and one that is only advice. */
const content: PublishableStandard[] = [
  standardContent('ALPHA', [
    criterionContent('1.1', { obligation: 'may', assessed: false, routing: [{ answer: 'no', goTo: '1.3' }] }),
    criterionContent('1.2'),
    criterionContent('1.3', { evidenceNeeded: true, evidenceNeededWhen: ['yes'] }),
  ]),
  standardContent('BETA', [criterionContent('1.1'), criterionContent('1.2', { obligation: 'should' })]),
  standardContent('DEVICE', [criterionContent('1.1')], { obligation: 'conditional', applicability: [{ when: 'medicalDevice', because: 'it is a medical device' }] }),
  standardContent('ADVICE', [criterionContent('1.1', { obligation: 'should' })], { obligation: 'recommended' }),
]

export const facts: ReleaseFacts = {
  careSettings: ['acute'], deployment: 'public-cloud', interfaces: [], patientFacing: false, webOrMobile: true, internetFacing: true, medicalDevice: false, informsDirectCare: true, criticalToCare: false,
  personalData: true, identifiesPatients: true, holdsNhsRecords: false, confidentialDataBeyondCare: false, emailsPatientData: false, recordsClinicalData: true, recordsCommunicationNeeds: false, exchangesMedicines: true, codesAdmittedCare: false,
}

export async function publishContent(): Promise<void> {
  await inTransaction(systemActor, loadCapabilities)
  await loadStandards(content)
}

const kinds = { supplier_editor: 'supplier', supplier_admin: 'supplier', assessor: 'assessor', lead_assessor: 'assessor', buyer: 'nhs', standards_manager: 'register', registrar: 'register' } as const

/** A person with one membership, in a new body unless one is given. */
export async function person(role: Exclude<Role, 'buyer'>, name: string, bodyId?: string): Promise<Member> {
  const email = `${randomUUID()}@example.test`
  return inTransaction(systemActor, async (tx) => {
    const bodyName = `Body of ${name}`
    const { id: personId } = await tx.person.create({ data: { name, email } })
    const body = bodyId ?? (await tx.body.create({ data: { kind: kinds[role], name: bodyName } })).id
    await tx.membership.create({ data: { personId, bodyId: body, bodyKind: kinds[role], role } })
    return { personId, name, email, sessionId: randomUUID(), bodyId: body, bodyKind: kinds[role], bodyName, role }
  })
}

export async function supplier(name: string): Promise<Member> {
  const email = `${randomUUID()}@example.test`
  const { id: personId } = await inTransaction(systemActor, (tx) => tx.person.create({ data: { name: `Admin of ${name}`, email } }))
  const newcomer = { personId, name, email, sessionId: randomUUID(), bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' as const }
  const { supplierId } = await registerSupplier(newcomer, { formKey: randomUUID(), name, companiesHouseNumber: null, address: '1 High Street', website: null, contactEmail: email, description: '' })
  return { ...newcomer, bodyId: supplierId, bodyKind: 'supplier', bodyName: name, role: 'supplier_admin' }
}

export type Offered = { productId: string; releaseId: string; slug: string }

export async function product(owner: Member, name: string, stated: Partial<ReleaseFacts> = {}): Promise<Offered> {
  const { productId, releaseId } = await createProduct(owner, { formKey: randomUUID(), name, summary: 'Does things', label: '1.0' })
  await stateFacts(owner, { releaseId, version: 1, ...facts, ...stated })
  await claimCapabilities(owner, { releaseId, version: 2, refs: ['C14'] })
  const { slug } = await reading(owner, (tx) => tx.product.findUniqueOrThrow({ where: { id: productId } }))
  return { productId, releaseId, slug }
}

/** A link in the supplier's library. */
export async function evidence(owner: Member, name: string, dates: { collectedOn?: Day; expiresOn?: Day; visibility?: 'public' | 'assessors' } = {}): Promise<string> {
  const { collectedOn = addDays(today(), -10), expiresOn, visibility = 'assessors' } = dates
  return inTransaction(owner, async (tx) => {
    const item = await tx.evidenceItem.create({ data: { supplierId: owner.bodyId, name, visibility, createdById: owner.personId } })
    const revision = await tx.evidenceRevision.create({
      data: { itemId: item.id, supplierId: owner.bodyId, number: 1, kind: 'link', url: 'https://example.test/', collectedOn: dateFromDay(collectedOn), expiresOn: expiresOn ? dateFromDay(expiresOn) : null, receivedAt: now(), receivedById: owner.personId },
    })
    return revision.id
  })
}

export async function criterionOf(standardId: string, code: string): Promise<PublishedCriterion> {
  return reading(systemActor, async (tx) => {
    const version = present((await publishedVersions(tx)).find((one) => one.standardId === standardId))
    return present((await criteriaOf(tx, [version.id])).find((one) => one.code === code))
  })
}

export async function versionIdOf(standardId: string): Promise<string> {
  return reading(systemActor, async (tx) => present((await publishedVersions(tx)).find((one) => one.standardId === standardId)).id)
}

export async function answer(owner: Member, releaseId: string, standardId: string, code: string, value: string, more: { evidence?: string[]; explanation?: string } = {}): Promise<void> {
  const { id: criterionId } = await criterionOf(standardId, code)
  const held = await reading(owner, (tx) => tx.answer.findFirst({ where: { releaseId, criterionId } }))
  await saveAnswer(owner, { releaseId, criterionId, version: held?.version ?? 0, value, explanation: more.explanation ?? '', evidence: more.evidence ?? [] })
}

/** Answers all that must be answered. */
export async function answerAll(owner: Member, releaseId: string): Promise<void> {
  const shown = await evidence(owner, 'Certificate')
  await answer(owner, releaseId, 'ALPHA', '1.1', 'yes')
  await answer(owner, releaseId, 'ALPHA', '1.2', 'yes')
  await answer(owner, releaseId, 'ALPHA', '1.3', 'yes', { evidence: [shown] })
  await answer(owner, releaseId, 'BETA', '1.1', 'yes')
}

export async function submit(owner: Member, releaseId: string): Promise<string> {
  return submitRelease(owner, { formKey: randomUUID(), releaseId })
}

export async function submitted(owner: Member, name: string): Promise<Offered & { assessmentId: string }> {
  const offered = await product(owner, name)
  await answerAll(owner, offered.releaseId)
  return { ...offered, assessmentId: await submit(owner, offered.releaseId) }
}

export async function declare(judge: Member, assessmentId: string, hasConflict = false): Promise<void> {
  await declareInterest(judge, { assessmentId, hasConflict, detail: hasConflict ? 'I own shares' : '' })
}

/** What a judge's page knows of an assessment. */
export async function asSeen(judge: Member, assessmentId: string) {
  return reading(judge, async (tx) => present(await judgedAssessment(tx, judge, assessmentId)))
}

export async function standardAsSeen(judge: Member, assessmentId: string, standardId: string) {
  const assessment = await asSeen(judge, assessmentId)
  const standardVersionId = present(assessment.snapshot.standards.find((one) => one.standardId === standardId)).standardVersionId
  const standard = await reading(judge, async (tx) => present(await judgedStandard(tx, assessment, standardVersionId)))
  return { assessment, standard, form: { assessmentId, submissionId: assessment.submissionId, standardVersionId } }
}

export async function findAll(judge: Member, assessmentId: string, standardId: string, outcome: 'met' | 'partly_met' | 'not_met' | 'not_applicable' = 'met'): Promise<void> {
  const { standard, form } = await standardAsSeen(judge, assessmentId, standardId)
  const versions = new Map(standard.findings.map((finding) => [finding.criterionId, finding.version]))
  await recordFindings(judge, {
    ...form,
    findings: standard.criteria.filter(({ assessed }) => assessed).map(({ id }) => ({ criterionId: id, outcome, method: 'examine' as const, reason: 'Seen and in date', version: versions.get(id) ?? 0 })),
  })
}

export async function recommendFor(judge: Member, assessmentId: string, standardId: string, outcome: DecisionOutcome = 'met'): Promise<void> {
  const { standard, form } = await standardAsSeen(judge, assessmentId, standardId)
  await recommend(judge, { ...form, outcome, reason: 'As found', version: standard.recommendation?.version ?? 0 })
}

/** The decision form as its page gives it to a lead. */
export async function decisionFormOf(lead: Member, assessmentId: string, standardId: string, outcome: DecisionOutcome = 'met', validUntil: Day | null = addDays(today(), 300)) {
  const { assessment, standard, form } = await standardAsSeen(lead, assessmentId, standardId)
  return { ...form, contentHash: assessment.contentHash, seen: judgementSeen(standard.recommendation?.version ?? 0, standard.findings), outcome, reason: 'Agreed', validUntil: outcome === 'met' ? validUntil : null }
}

export async function listingFormOf(lead: Member, assessmentId: string, outcome: 'listed' | 'refused' = 'listed') {
  const { submissionId, contentHash, version } = await asSeen(lead, assessmentId)
  return { assessmentId, submissionId, contentHash, version, outcome, reason: 'All standards are decided' }
}

export async function judgeAll(judge: Member, assessmentId: string, standardIds = ['ALPHA', 'BETA']): Promise<void> {
  await declare(judge, assessmentId)
  for (const standardId of standardIds) {
    await findAll(judge, assessmentId, standardId)
    await recommendFor(judge, assessmentId, standardId)
  }
}

export async function decideAll(lead: Member, assessmentId: string, standardIds = ['ALPHA', 'BETA'], validUntil?: Day): Promise<void> {
  await declare(lead, assessmentId)
  for (const standardId of standardIds) await decideStandard(lead, await decisionFormOf(lead, assessmentId, standardId, 'met', validUntil))
}

export async function list(lead: Member, assessmentId: string): Promise<void> {
  await decideListing(lead, await listingFormOf(lead, assessmentId), async () => undefined)
}
