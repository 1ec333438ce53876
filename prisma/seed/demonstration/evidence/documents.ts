import type { Visibility } from '@/lib/evidence/evidence'
import type { Teller } from '../answers/teller'
import { capabilityStatement, exampleMessage, openApi, softwareBill, validationReport } from './json'
import {
  browserTests, codedStays, hazardLog, identifierTests, itemMapping, mailRecords, medicineCodes, optOutTest, patchLog, releaseRecords, retention, scanTest, terminologyLog,
  tlsScan, uptime,
} from './tables'

export type FileMaking = 'pdf' | { ending: 'csv' | 'json'; content: (t: Teller) => string }

/**
 * A document that a supplier shows. A PDF is written from the answers that it stands behind; anything else is made here.
 * `shared` is one for all products of a supplier. `ageDays` is how old it is when it is sent in.
 */
export type DocumentKind = {
  title: (t: Teller) => string
  visibility: Visibility
  shared: boolean
  ageDays: number
  /** Set where the document itself says when it ends. */
  lifeMonths?: number
  make: FileMaking | { link: (t: Teller) => string }
}

const pdf = (title: (t: Teller) => string, visibility: Visibility, ageDays: number): DocumentKind => ({ title, visibility, shared: false, ageDays, make: 'pdf' })
const csv = (title: (t: Teller) => string, visibility: Visibility, ageDays: number, content: (t: Teller) => string): DocumentKind => ({ title, visibility, shared: false, ageDays, make: { ending: 'csv', content } })
const json = (title: (t: Teller) => string, visibility: Visibility, ageDays: number, content: (t: Teller) => string): DocumentKind => ({ title, visibility, shared: false, ageDays, make: { ending: 'json', content } })
const ofSupplier = (title: (t: Teller) => string, visibility: Visibility, ageDays: number, lifeMonths?: number): DocumentKind => ({ title, visibility, shared: true, ageDays, make: 'pdf', ...(lifeMonths ? { lifeMonths } : {}) })

export const documentKinds = {
  'cyber-essentials': ofSupplier((t) => `Cyber Essentials certificate of ${t.s}`, 'public', 30, 12),
  'cyber-essentials-plus': ofSupplier((t) => `Cyber Essentials Plus certificate of ${t.s}`, 'public', 25, 12),
  toolkit: ofSupplier((t) => `Toolkit register extract for ${t.s}`, 'public', 12),
  'ico-register': ofSupplier((t) => `Register of fee payers, extract for ${t.s}`, 'public', 20, 12),
  charter: ofSupplier((t) => `Signed cyber security charter of ${t.s}`, 'public', 40),
  'security-code': ofSupplier((t) => `Self-assessment of ${t.s} against the software security code`, 'assessors', 45),
  'safety-process': ofSupplier((t) => `Clinical risk management process of ${t.s}`, 'buyers', 60),
  'processing-terms': ofSupplier((t) => `Processing clauses and record of ${t.s}`, 'buyers', 50),
  architecture: pdf((t) => `${t.p}: architecture, hosting and data flow`, 'buyers', 35),
  continuity: pdf((t) => `${t.p}: continuity plan and restore test`, 'assessors', 28),
  'safety-case': pdf((t) => `${t.r}: Clinical Safety Case Report`, 'public', 21),
  'release-records': csv((t) => `${t.p}: release records with safety signatures`, 'assessors', 9, releaseRecords),
  'hazard-log': csv((t) => `${t.r}: hazard log with tests`, 'buyers', 14, hazardLog),
  device: pdf((t) => `${t.p}: device registration and declaration of conformity`, 'public', 55),
  assessment: pdf((t) => `${t.p}: Data Protection Impact Assessment`, 'assessors', 30),
  'opt-out-test': csv((t) => `${t.p}: opt-out runs of three months`, 'assessors', 7, optOutTest),
  retention: csv((t) => `${t.p}: retention schedule`, 'buyers', 33, retention),
  'penetration-test': pdf((t) => `${t.r}: penetration test, summary`, 'assessors', 26),
  'tls-scan': csv((t) => `${t.p}: TLS scan`, 'assessors', 2, tlsScan),
  'mail-records': csv((t) => `${t.p}: DNS records for mail`, 'public', 5, mailRecords),
  components: json((t) => `${t.r}: software bill of materials`, 'assessors', 3, softwareBill),
  patches: csv((t) => `${t.p}: patch log of three months`, 'assessors', 3, patchLog),
  uptime: csv((t) => `${t.p}: availability of twelve months`, 'public', 5, uptime),
  browsers: csv((t) => `${t.r}: browser tests`, 'public', 12, browserTests),
  'accessibility-audit': pdf((t) => `${t.r}: accessibility audit`, 'public', 24),
  'accessibility-statement': { title: (t) => `${t.p}: accessibility statement`, visibility: 'public', shared: false, ageDays: 15, make: { link: (t: Teller) => t.address('accessibility') } },
  'privacy-notice': { title: (t) => `${t.p}: privacy notice`, visibility: 'public', shared: false, ageDays: 15, make: { link: (t: Teller) => t.address('privacy') } },
  exit: pdf((t) => `${t.p}: exit plan and export test`, 'buyers', 22),
  guide: pdf((t) => `${t.r}: guide, screens and user research`, 'public', 18),
  'signing-in': pdf((t) => `${t.p}: signing in, settings and identity levels`, 'assessors', 11),
  notices: pdf((t) => `${t.p}: conformity with information standards notices`, 'buyers', 8),
  interfaces: pdf((t) => `${t.r}: interface specification and conformance`, 'buyers', 17),
  'national-services': pdf((t) => `${t.p}: approvals for national services`, 'buyers', 19),
  'capability-statement': json((t) => `${t.r}: FHIR CapabilityStatement`, 'public', 6, capabilityStatement),
  'fhir-validation': json((t) => `${t.r}: FHIR validation report`, 'buyers', 6, validationReport),
  'api-description': json((t) => `${t.r}: API description`, 'public', 6, openApi),
  'example-message': json((t) => `${t.p}: example of coded data`, 'buyers', 9, exampleMessage),
  identifiers: csv((t) => `${t.p}: tests of NHS numbers and organisation codes`, 'buyers', 2, identifierTests),
  terminology: csv((t) => `${t.p}: SNOMED CT updates`, 'buyers', 9, terminologyLog),
  medicines: csv((t) => `${t.p}: medicine code tests`, 'buyers', 2, medicineCodes),
  'coded-stays': csv((t) => `${t.p}: coded test stays`, 'assessors', 16, codedStays),
  'item-mapping': csv((t) => `${t.p}: mapping to the core information standard`, 'buyers', 27, itemMapping),
  scans: csv((t) => `${t.p}: barcode scan test`, 'buyers', 14, scanTest),
} as const satisfies Record<string, DocumentKind>

export type DocumentName = keyof typeof documentKinds
