import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Visibility } from '@/lib/evidence/evidence'
import type { Member } from '@/lib/identity/actor'
import type { ReleaseFacts } from '@/lib/standards/facts'
import { needsEvidence } from '@/lib/standards/routing'
import { answerRelease, passingValue } from '@/prisma/factories/answers'
import { declareNoConflict, decideStandards, judgeStandards, list, submit } from '@/prisma/factories/assessments'
import { anEvidenceFile } from '@/prisma/factories/evidence'
import { aProduct, type OfferedRelease } from '@/prisma/factories/products'
import { unique } from './people'

/** The product to which the fewest standards apply: it touches no patient, no network and no data about people. */
const leastFacts: ReleaseFacts = {
  careSettings: ['administration'], deployment: 'on-premises', interfaces: [], patientFacing: false, webOrMobile: false, internetFacing: false,
  medicalDevice: false, informsDirectCare: false, criticalToCare: false, personalData: false, identifiesPatients: false, holdsNhsRecords: false,
  confidentialDataBeyondCare: false, emailsPatientData: false, recordsClinicalData: false, recordsCommunicationNeeds: false, exchangesMedicines: false, codesAdmittedCare: false,
}

const sampleFile = (name: string) => path.join(import.meta.dirname, 'files', name)

export type Evidence = { itemId: string; revisionId: string; name: string }

/** A file in a supplier's library, received as an upload is. */
export async function evidenceFile(owner: Member, { name = unique('Capability statement'), visibility = 'assessors' }: { name?: string; visibility?: Visibility } = {}): Promise<Evidence> {
  const fileName = 'capability-statement.json'
  return { name, ...(await anEvidenceFile(owner, { itemName: name, fileName, content: readFileSync(sampleFile(fileName)), visibility })) }
}

export function offered(owner: Member, name = unique('Larkrise Rota')): Promise<OfferedRelease> {
  return aProduct(owner, { name, summary: 'Plans who works when', facts: leastFacts, capabilities: ['C14'] })
}

export type Answered = OfferedRelease & { evidence: Evidence }

/** Ready to be sent: every question is answered, and one piece of evidence shown wherever one is needed. */
export async function answered(owner: Member, name?: string): Promise<Answered> {
  const product = await offered(owner, name)
  const evidence = await evidenceFile(owner)
  await answerRelease(owner, product.releaseId, async ({ criterion }) => {
    const value = passingValue(criterion)
    return { value, explanation: '', evidence: needsEvidence(criterion, value) ? [evidence.revisionId] : [] }
  })
  return { ...product, evidence }
}

export type Submitted = Answered & { assessmentId: string }

export async function submitted(owner: Member, name?: string): Promise<Submitted> {
  const product = await answered(owner, name)
  return { ...product, assessmentId: await submit(owner, product.releaseId) }
}

/** Every finding is made and every standard recommended; nothing is decided. */
export async function recommended({ supplier, assessor }: { supplier: Member; assessor: Member }, name?: string): Promise<Submitted> {
  const product = await submitted(supplier, name)
  await declareNoConflict(assessor, product.assessmentId)
  await judgeStandards(assessor, product.assessmentId)
  return product
}

export async function listed(cast: { supplier: Member; assessor: Member; lead: Member }, name?: string): Promise<Submitted> {
  const product = await recommended(cast, name)
  await declareNoConflict(cast.lead, product.assessmentId)
  await decideStandards(cast.lead, product.assessmentId)
  await list(cast.lead, product.assessmentId)
  return product
}
