import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { NOT_APPLICABLE } from '@/lib/standards/answers'
import { passingValue, type Question } from '@/prisma/factories/answers'
import { lastReturnDay, needsToolkit, type Telling } from './teller'

const yes = (is: boolean) => (is ? 'yes' : 'no')
const orNot = (is: boolean, value: string) => (is ? value : NOT_APPLICABLE)

const kindOfProduct: Telling = ({ offered, facts }) => (offered.name === 'Heronmere Patch' ? 'wearable' : facts.patientFacing ? 'application' : facts.deployment === 'on-premises' ? 'other' : 'saas')

const purpose: Telling = ({ facts }) => {
  if (facts.careSettings.includes('diagnostics')) return 'diagnostics'
  if (facts.recordsClinicalData) return 'patient-care'
  return facts.informsDirectCare ? 'clinical-support' : facts.personalData ? 'workforce' : 'other'
}

/** Typed answers that depend on the product; every other criterion gets the first answer that passes. */
const values: Record<string, Telling> = {
  'CE 1.2': (t) => addDays(today(), t.n('certificate ends', 150, 330)),
  'ICO-FEE 1.2': (t) => addDays(today(), t.n('ico ends', 120, 330)),
  'DSPT 1.3': () => lastReturnDay(today()),
  'DSPT 2.2': (t) => orNot(['fenwater', 'oakenshaw'].includes(t.supplier.site), 'yes'),
  'PENTEST 1.1': (t) => (t.hasSignedCharter ? 'charter-signed' : 'tested'),
  'SSCOP 1.1': (t) => (t.hasSignedCharter ? 'charter-signed' : 'followed'),
  'SSCOP 1.2': (t) => t.address('security'),
  'CLOUD-FIRST 1.1': (t) => (t.facts.deployment === 'public-cloud' ? 'public-cloud' : 'reasoned'),
  'INTERNET-FIRST 1.1': (t) => (t.facts.internetFacing ? 'internet' : 'planned'),
  'AVAIL 1.1': (t) => `99.${t.n('availability', 91, 99)}`,
  'CRP 1.1': (t) => t.address('carbon-reduction-plan'),
  'FHIR-UKCORE 1.2': (t) => `https://fhir.${t.supplier.site}.example/r4`,
  'FHIR-UKCORE 3.3': (t) => t.address('developers'),
  'OPENAPI-POLICY 1.2': (t) => t.address('developers'),
  'WCAG22 1.2': (t) => t.address('accessibility'),
  'DTAC A4': kindOfProduct,
  'DTAC A11': () => NOT_APPLICABLE,
  'DTAC A12': () => NOT_APPLICABLE,
  'DTAC B1': purpose,
  'DTAC C1.1.1 (2.0)': (t) => yes(t.facts.medicalDevice),
  'DTAC C1.1.2 (2.0)': () => 'no',
  'DTAC C1.2 (2.0)': (t) => yes(t.facts.informsDirectCare),
  'DTAC C2.1 (2.0)': (t) => (needsToolkit(t) ? 'confirmed' : 'no-access'),
  'DTAC C2.2 (2.0)': (t) => yes(t.facts.personalData),
  'DTAC C2.2.4': (t) => orNot(t.facts.patientFacing, 'provided'),
  'DTAC C2.2.5': () => 'uk-only',
  'DTAC C3.2 (2.0)': (t) => yes(t.hasSignedCharter),
  'DTAC C3.3 (2.0)': (t) => orNot(t.facts.internetFacing, 'provided'),
  'DTAC C4.1': (t) => yes(t.facts.interfaces.length > 0),
  'DTAC C4.2 (2.0)': (t) => yes(t.facts.identifiesPatients && t.facts.interfaces.length > 0),
  'DTAC C4.2.2': (t) => yes(t.facts.interfaces.includes('pds')),
  'DTAC C4.2.4': (t) => (t.facts.patientFacing ? yes(t.facts.interfaces.includes('nhs-login')) : NOT_APPLICABLE),
  'DTAC C4.2.5': () => NOT_APPLICABLE,
  'DTAC D1.4 (2.0)': (t) => yes(t.facts.webOrMobile),
  'DTAC D1.4.3': (t) => t.address('accessibility'),
  'DTAC D1.5 (2.0)': (t) => `99.${t.n('availability', 91, 99)}`,
  'DTAC C1.1 (1.0)': (t) => orNot(t.facts.informsDirectCare, 'yes'),
  'DTAC C1.1.1 (1.0)': (t) => orNot(t.facts.informsDirectCare, 'provided'),
  'DTAC C1.1.2 (1.0)': (t) => orNot(t.facts.informsDirectCare, 'provided'),
  'DTAC C1.3': (t) => orNot(t.facts.medicalDevice, 'yes'),
  'DTAC C1.3.2': (t) => orNot(t.facts.medicalDevice, 'provided'),
  'DTAC C1.4.1': (t) => orNot(t.facts.interfaces.length > 0, 'provided'),
  'DTAC C2.3': (t) => yes(t.facts.personalData),
  'DTAC C2.3.1': (t) => orNot(needsToolkit(t), 'yes'),
  'DTAC C2.3.2': (t) => orNot(t.facts.personalData, 'provided'),
  'DTAC C2.5': () => 'uk',
  'DTAC C4.2 (1.0)': (t) => orNot(t.facts.identifiesPatients, 'yes'),
  'DTAC C4.3': (t) => orNot(t.facts.interfaces.length > 0, 'yes'),
  'DTAC C4.4': () => 'no',
  'DTAC C4.4.1': () => NOT_APPLICABLE,
  'DTAC D1.4 (1.0)': (t) => orNot(t.facts.webOrMobile, 'yes'),
  'DTAC D1.4.1 (1.0)': (t) => (t.facts.webOrMobile ? t.address('accessibility') : NOT_APPLICABLE),
  'DTAC D1.12.2': (t) => `99.${t.n('availability', 91, 99)}`,
}

/** Text questions that are simply not applicable to some products. */
const notAsked: Record<string, (t: Parameters<Telling>[0]) => boolean> = {
  'DTAC C1.2 (1.0)': ({ facts }) => !facts.informsDirectCare,
  'DTAC C1.3.1': ({ facts }) => !facts.medicalDevice,
  'DTAC C2.5.1': () => true,
  'DTAC C4.1.1 (1.0)': ({ facts }) => facts.interfaces.length === 0,
  'DTAC C4.2.1 (1.0)': ({ facts }) => !facts.identifiesPatients,
  'DTAC C4.3.1': ({ facts }) => facts.interfaces.length === 0,
  'DTAC C4.3.2': ({ facts }) => facts.interfaces.length > 0,
}

/** What stands under a question: by standard, criterion and version, else by standard and criterion. */
export function keyed<T>(table: Readonly<Record<string, T>>, { standardId, version, criterion: { code } }: Question): T | undefined {
  return table[`${standardId} ${code} (${version})`] ?? table[`${standardId} ${code}`]
}

/** The typed answer, for everything but questions that are answered in words. */
export function typedValue(question: Question, t: Parameters<Telling>[0]): string {
  return keyed(values, question)?.(t) ?? passingValue(question.criterion)
}

export function isNotAsked(question: Question, t: Parameters<Telling>[0]): boolean {
  return question.criterion.response.allowNotApplicable && (keyed(notAsked, question)?.(t) ?? false)
}
