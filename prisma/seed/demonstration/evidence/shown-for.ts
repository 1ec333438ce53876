import type { DocumentName } from './documents'

const national: DocumentName[] = ['national-services']

/** Which documents are shown for a criterion that needs evidence: by standard and criterion, where the two versions of one differ with the version. */
const shown: Record<string, readonly DocumentName[]> = {
  'ARCH2018 1.1': ['architecture'], 'AVAIL 1.1': ['uptime'], 'BCDR 1.1': ['continuity'], 'BROWSER 1.1': ['browsers'], 'CE 1.1': ['cyber-essentials'], 'CEPLUS 1.1': ['cyber-essentials-plus'],
  'CIS2 1.1': national, 'CLOUD-FIRST 1.1': ['architecture'], 'DAPB0090 1.1': ['identifiers'], 'DAPB0090 1.2': ['identifiers'], 'DAPB1605 1.1': ['guide'], 'DAPB3051 1.1': ['signing-in'],
  'DAPB4013 1.1': ['medicines', 'example-message'], 'DCB0084 1.1': ['coded-stays'], 'DCB0129 1.2': ['safety-process'], 'DCB0129 1.3': ['safety-case'], 'DCB0129 2.1': ['hazard-log'],
  'DCB0129 2.2': ['hazard-log'], 'DCB0129 2.3': ['hazard-log'], 'DCB0129 3.1': ['safety-case'], 'DCB0129 4.2': ['release-records'], 'DCB1596 1.1': ['mail-records'], 'DCB1596 1.2': ['mail-records'],
  'DICOM 1.1': ['interfaces'], 'DPIA 1.1': ['assessment'], 'DSPT 1.2': ['toolkit'], 'DSPT 2.2': ['toolkit'], 'EXIT 1.1': ['exit'], 'EXIT 1.2': ['exit'],
  'FHIR-UKCORE 1.1': ['capability-statement'], 'FHIR-UKCORE 2.1': ['fhir-validation'], 'GPCONNECT 1.1': national, 'GS1 1.1': ['scans'], 'HL7V2 1.1': ['interfaces'], 'ICO-FEE 1.1': ['ico-register'],
  'INTERNET-FIRST 1.1': ['architecture'], 'ISB0149 1.1': ['identifiers'], 'ISB0149 1.2': ['guide'], 'ISN 1.1': ['notices'], 'MESH 1.1': national, 'NDOO 1.1': ['opt-out-test'],
  'NHS-CHARTER 1.1': ['charter'], 'NHS-MFA 1.1': ['signing-in'], 'NHS-SERVICE 1.2': ['guide'], 'NHSLOGIN 1.1': national, 'PATCH 1.1': ['components'], 'PATCH 1.3': ['patches'], 'PDS 1.1': national,
  'PEPPOL 1.1': ['interfaces'], 'PRSB-CIS 1.1': ['item-mapping'], 'PSBAR 1.1': ['accessibility-statement'], 'RMCOP 1.1': ['retention'], 'SCCI0021 1.1': ['coded-stays'], 'SCCI0034 1.1': ['guide'],
  'SCCI0034 2.2': ['terminology'], 'SCCI0034 3.1': ['example-message'], 'SCCI0052 1.1': ['medicines'], 'SCCI0052 1.2': ['medicines'], 'SPINE-SCAL 1.1': national, 'TLS 1.1': ['tls-scan'], 'TOC 1.1': ['interfaces'],
  'UK-MDR 1.2': ['device'], 'UK-MDR 1.3': ['device'], 'UKGDPR 1.1': ['processing-terms'], 'UKGDPR 1.2': ['processing-terms'], 'WCAG22 1.1': ['accessibility-audit'],
  'DTAC B4': ['architecture'], 'DTAC C1.1.1 (2.0)': ['device'], 'DTAC C1.2.3': ['safety-process'], 'DTAC C1.2.4': ['safety-case', 'hazard-log'], 'DTAC C2.1 (2.0)': ['toolkit'], 'DTAC C2.2.1': ['ico-register'],
  'DTAC C2.2.2': ['assessment'], 'DTAC C2.2.3': ['privacy-notice'], 'DTAC C2.2.4': ['guide'], 'DTAC C3.1': ['cyber-essentials'], 'DTAC C3.3': ['penetration-test'], 'DTAC D1.1': ['guide'],
  'DTAC C1.1.1 (1.0)': ['safety-process'], 'DTAC C1.1.2 (1.0)': ['safety-case', 'hazard-log'], 'DTAC C1.3.2': ['device'], 'DTAC C1.4.1': ['safety-case'], 'DTAC C2.1 (1.0)': ['ico-register'],
  'DTAC C2.3.1': ['toolkit'], 'DTAC C2.3.2': ['assessment'], 'DTAC C3.2 (1.0)': ['penetration-test'], 'DTAC D1.2 (1.0)': ['guide'], 'DTAC D1.11': ['exit'],
}

/** By supplier's choice: whoever signed the charter shows it in place of a test or a self-assessment. */
const insteadOfCharter: Record<string, DocumentName> = { 'PENTEST 1.1': 'penetration-test', 'SSCOP 1.1': 'security-code' }

type Asked = { standardId: string; version: string; code: string; interfaces: readonly string[]; hasSignedCharter: boolean }

/** What a supplier shows for a criterion that needs evidence. Every such criterion has something; the guide stands in for whatever a later standard asks. */
export function documentsFor({ standardId, version, code, interfaces, hasSignedCharter }: Asked): readonly DocumentName[] {
  const key = `${standardId} ${code}`
  const instead = insteadOfCharter[key]
  if (instead) return [hasSignedCharter ? 'charter' : instead]
  if (key === 'OPENAPI-POLICY 1.1') return [interfaces.includes('fhir-r4') ? 'capability-statement' : 'api-description']
  return shown[`${key} (${version})`] ?? shown[key] ?? ['guide']
}

/** Which criteria a document is shown for, as far as the tables say. */
export function criteriaShowing(name: DocumentName): string[] {
  const listed = Object.keys(shown).filter((key) => shown[key]?.includes(name))
  return [...listed, ...Object.keys(insteadOfCharter).filter((key) => name === 'charter' || insteadOfCharter[key] === name)]
}
