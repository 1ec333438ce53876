import { describe, expect, test } from 'vitest'
import { appliesTo, expressionProblem } from './applicability'
import type { ApplicabilityFacts } from './facts'
import { readContent } from './read-content'

const nothing: ApplicabilityFacts = {
  careSettings: ['administration'], deployment: 'on-premises', interfaces: [], capabilities: [],
  patientFacing: false, webOrMobile: false, internetFacing: false, medicalDevice: false, informsDirectCare: false, criticalToCare: false,
  personalData: false, identifiesPatients: false, holdsNhsRecords: false, confidentialDataBeyondCare: false, emailsPatientData: false,
  recordsClinicalData: false, recordsCommunicationNeeds: false, exchangesMedicines: false, codesAdmittedCare: false,
}
const everything: ApplicabilityFacts = {
  ...(Object.fromEntries(Object.entries(nothing).map(([name, value]) => [name, value === false ? true : value])) as ApplicabilityFacts),
  careSettings: ['primary-care', 'acute'], deployment: 'public-cloud', capabilities: ['C14', 'C36', 'C39'],
  interfaces: ['fhir-r4', 'hl7-v2', 'dicom', 'mesh', 'pds', 'gp-connect', 'transfer-of-care', 'nhs-login', 'cis2', 'spine', 'gs1', 'peppol', 'other-api'],
}

const content = readContent()
const applying = (facts: ApplicabilityFacts) => content.filter(({ versions }) => versions.some((version) => appliesTo(version, facts).applies)).map(({ id }) => id)

describe('when a standard applies', () => {
  test('every reason that holds is given', () => {
    const version = { applicability: [{ when: 'personalData', because: 'first' }, { when: '"C14" in capabilities', because: 'second' }, { when: 'medicalDevice', because: 'third' }] }
    expect(appliesTo(version, { ...nothing, personalData: true, capabilities: ['C14'] })).toEqual({ applies: true, because: ['first', 'second'] })
    expect(appliesTo(version, nothing)).toEqual({ applies: false, because: [] })
  })

  test('an unknown name is an error and never reads as no', () => {
    expect(() => appliesTo({ applicability: [{ when: 'personlData', because: 'x' }] }, nothing)).toThrow('personlData')
  })

  test.each([
    ['personlData', 'a misspelt fact'],
    ['"fihr-r4" in interfaces', 'a value that no fact can hold'],
    ['deployment == "cloud"', 'a value that no fact can hold'],
    ['interfaces', 'not a yes or no'],
    ['personalData == "yes"', 'a wrong type'],
    ['personalData &&', 'broken syntax'],
  ])('%s is refused: %s', (when) => expect(expressionProblem(when)).not.toBeNull())

  test.each(['true', '!personalData', '"C14" in capabilities', 'deployment != "on-premises"', 'interfaces.exists(used, used in ["pds", "mesh"])', 'size(interfaces) > 0'])('%s can be read', (when) => expect(expressionProblem(when)).toBeNull())
})

describe('the standards that apply', () => {
  const always = ['ARCH2018', 'CE', 'CLOUD-FIRST', 'CRP', 'DTAC', 'EXIT', 'NHS-CHARTER', 'PATCH', 'SSCOP']

  test('to the plainest product are those that apply to all', () => expect(applying(nothing)).toEqual(always))

  test('to the fullest product are all but the duties of buyers and history', () => {
    const never = ['DCB0160', 'FRAMEWORK', 'FRAMEWORK2018', 'PA2023', 'SOCIALVALUE', 'VISION2018']
    expect(applying(everything)).toEqual(content.map(({ id }) => id).filter((id) => !never.includes(id)))
  })

  test.each<[string, Partial<ApplicabilityFacts>, string[]]>([
    ['informs direct care', { informsDirectCare: true }, ['DCB0129']],
    ['is a medical device', { medicalDevice: true }, ['UK-MDR']],
    ['processes staff data only', { personalData: true }, ['ICO-FEE', 'UKGDPR']],
    ['uses data beyond care', { confidentialDataBeyondCare: true }, ['DPIA', 'NDOO']],
    ['is a public website', { webOrMobile: true, patientFacing: true }, ['BROWSER', 'INTERNET-FIRST', 'NHS-SERVICE', 'PSBAR', 'TLS', 'WCAG22']],
    ['shows DICOM images', { interfaces: ['dicom'] }, ['DAPB0090', 'DICOM', 'OPEN-STD', 'TLS']],
    ['looks patients up nationally', { interfaces: ['pds'] }, ['DAPB0090', 'DSPT', 'OPEN-STD', 'PDS', 'SPINE-SCAL', 'TLS']],
    ['has a clinical API of its own', { interfaces: ['other-api'], recordsClinicalData: true }, ['DAPB0090', 'DSPT', 'FHIR-UKCORE', 'ISN', 'OPEN-STD', 'OPENAPI-POLICY', 'SCCI0034', 'TLS']],
    ['offers prescribing', { capabilities: ['C14'] }, ['SCCI0052']],
    ['is critical, on the premises', { criticalToCare: true }, ['AVAIL', 'BCDR', 'CEPLUS']],
    ['is hosted in the cloud', { deployment: 'public-cloud' }, ['AVAIL', 'NHS-MFA']],
  ])('when it %s', (_what, facts, expected) => {
    expect(applying({ ...nothing, ...facts }).filter((id) => !always.includes(id))).toEqual(expected)
  })
})
