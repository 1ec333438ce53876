import { z } from 'zod'

export type FactOption = { value: string; label: string; hint?: string }

/**
 * One thing a supplier states about a release. `label` is the short name shown beside the answer,
 * `question` and `hint` are what the form asks. The names are the variables that the applicability
 * expressions of the standards may use, so renaming one breaks content, and the schema says so.
 */
export type FactQuestion =
  | { name: ListFact; kind: 'any-of'; label: string; question: string; hint: string; options: readonly FactOption[] }
  | { name: ChoiceFact; kind: 'one-of'; label: string; question: string; hint: string; options: readonly FactOption[] }
  | { name: YesNoFact; kind: 'yes-no'; label: string; question: string; hint: string }

export type FactGroup = { id: string; title: string; questions: readonly FactQuestion[] }

const careSettings = ['primary-care', 'acute', 'mental-health', 'community', 'ambulance-and-urgent', 'social-care', 'pharmacy', 'diagnostics', 'administration'] as const
const deployments = ['public-cloud', 'private-cloud', 'on-premises', 'hybrid'] as const
const interfaces = ['fhir-r4', 'hl7-v2', 'dicom', 'mesh', 'pds', 'gp-connect', 'transfer-of-care', 'nhs-login', 'cis2', 'spine', 'gs1', 'peppol', 'other-api'] as const

/** Only `true` or `false`: an unanswered question is an error, never a quiet "no". */
const yesNo = z.boolean('Select yes or no')

/** What a supplier states about one release. It decides, with the claimed capabilities, which standards apply. */
export const releaseFacts = z.strictObject({
  careSettings: z.array(z.enum(careSettings)).min(1, 'Select at least one care setting'),
  deployment: z.enum(deployments, 'Select where the product is hosted'),
  interfaces: z.array(z.enum(interfaces)),
  patientFacing: yesNo,
  webOrMobile: yesNo,
  internetFacing: yesNo,
  medicalDevice: yesNo,
  informsDirectCare: yesNo,
  criticalToCare: yesNo,
  personalData: yesNo,
  identifiesPatients: yesNo,
  holdsNhsRecords: yesNo,
  confidentialDataBeyondCare: yesNo,
  emailsPatientData: yesNo,
  recordsClinicalData: yesNo,
  recordsCommunicationNeeds: yesNo,
  exchangesMedicines: yesNo,
  codesAdmittedCare: yesNo,
})

export type ReleaseFacts = z.infer<typeof releaseFacts>

type ListFact = 'careSettings' | 'interfaces'
type ChoiceFact = 'deployment'
type YesNoFact = Exclude<keyof ReleaseFacts, ListFact | ChoiceFact>

/** What the expressions see: the stated facts and the references of the claimed capabilities, such as 'C14'. */
export type ApplicabilityFacts = ReleaseFacts & { capabilities: readonly string[] }

const careSettingOptions: Record<(typeof careSettings)[number], string> = {
  'primary-care': 'GP practices and other primary care',
  acute: 'Hospitals',
  'mental-health': 'Mental health services',
  community: 'Community services',
  'ambulance-and-urgent': 'Ambulance and urgent care',
  'social-care': 'Adult social care',
  pharmacy: 'Pharmacies',
  diagnostics: 'Imaging, laboratories and other diagnostics',
  administration: 'Administration only, with no care given',
}

const deploymentOptions: Record<(typeof deployments)[number], string> = {
  'public-cloud': 'Public cloud',
  'private-cloud': 'Private cloud or the supplier’s own data centre',
  'on-premises': 'On the buyer’s own premises',
  hybrid: 'Partly on the buyer’s premises and partly in the cloud',
}

const interfaceOptions: Record<(typeof interfaces)[number], string> = {
  'fhir-r4': 'HL7 FHIR R4',
  'hl7-v2': 'HL7 version 2 messages',
  dicom: 'DICOM images',
  mesh: 'MESH (national message exchange)',
  pds: 'Personal Demographics Service (PDS)',
  'gp-connect': 'GP Connect',
  'transfer-of-care': 'Transfer of Care messages to GPs',
  'nhs-login': 'NHS login',
  cis2: 'NHS Care Identity Service 2 (CIS2)',
  spine: 'Another Spine or national service',
  gs1: 'GS1 barcodes or identifiers',
  peppol: 'Peppol orders or invoices',
  'other-api': 'An API of the product’s own design',
}

const optionsOf = (labels: Record<string, string>): FactOption[] => Object.entries(labels).map(([value, label]) => ({ value, label }))

/** The questions in the order and groups in which they are asked and shown. Every fact is asked exactly once. */
export const factGroups: readonly FactGroup[] = [
  {
    id: 'use',
    title: 'Who uses it and where',
    questions: [
      { name: 'careSettings', kind: 'any-of', label: 'Care settings', question: 'Where is this release used?', hint: 'Select all the settings you sell this release to.', options: optionsOf(careSettingOptions) },
      { name: 'patientFacing', kind: 'yes-no', label: 'Used by patients', question: 'Do patients, carers or the public use it themselves?', hint: 'For example an app, a booking page or a device at home.' },
      { name: 'webOrMobile', kind: 'yes-no', label: 'Web or mobile application', question: 'Is it a website, a web application or a mobile app?', hint: 'Answer yes if any part that people use is one.' },
    ],
  },
  {
    id: 'care',
    title: 'Its part in care',
    questions: [
      { name: 'informsDirectCare', kind: 'yes-no', label: 'Informs direct care', question: 'Does it give information that is used, at or near the time, to care for a person?', hint: 'For example records, alerts, scores, lists of patients or messages between staff.' },
      { name: 'medicalDevice', kind: 'yes-no', label: 'Medical device', question: 'Is it, or is any part of it, a medical device?', hint: 'Software is a medical device when it is meant to diagnose, monitor, predict or treat. Use the rules of the UK Medical Devices Regulations 2002.' },
      { name: 'criticalToCare', kind: 'yes-no', label: 'Critical to care', question: 'Would care be stopped or made unsafe within a day if it failed?', hint: 'Think of a busy service with the product down and no warning.' },
    ],
  },
  {
    id: 'personal-data',
    title: 'Data about people',
    questions: [
      { name: 'personalData', kind: 'yes-no', label: 'Personal data', question: 'Does it process data about people, living or dead?', hint: 'Include staff data, and data that a subcontractor handles for you.' },
      { name: 'identifiesPatients', kind: 'yes-no', label: 'Identifies patients', question: 'Does it find, match or show which patient a record belongs to?', hint: 'For example by NHS number, or by name and date of birth.' },
      { name: 'holdsNhsRecords', kind: 'yes-no', label: 'Holds NHS records', question: 'Does it keep records that belong to an NHS organisation?', hint: 'Include backups and copies that you host.' },
      { name: 'confidentialDataBeyondCare', kind: 'yes-no', label: 'Uses data beyond care', question: 'Is confidential patient data used for anything other than the care of that patient?', hint: 'For example planning, research or training a model.' },
      { name: 'emailsPatientData', kind: 'yes-no', label: 'E-mails patient data', question: 'Does it send patient data by e-mail?', hint: 'Answer no if its e-mails only say that something is waiting to be read.' },
    ],
  },
  {
    id: 'clinical-data',
    title: 'What it records',
    questions: [
      { name: 'recordsClinicalData', kind: 'yes-no', label: 'Records clinical data', question: 'Do people record clinical information in it?', hint: 'For example problems, findings, tests, procedures or allergies.' },
      { name: 'recordsCommunicationNeeds', kind: 'yes-no', label: 'Records communication needs', question: 'Does it record, show or act on how a patient needs to be told things?', hint: 'For example large print, British Sign Language or a letter by e-mail.' },
      { name: 'exchangesMedicines', kind: 'yes-no', label: 'Exchanges medicines', question: 'Does it send or receive information about medicines or allergies?', hint: 'Between this product and any other system.' },
      { name: 'codesAdmittedCare', kind: 'yes-no', label: 'Codes admitted care', question: 'Is it used to code hospital stays for national returns?', hint: 'Diagnoses and procedures of admitted patients.' },
    ],
  },
  {
    id: 'technology',
    title: 'How it is run and what it talks to',
    questions: [
      { name: 'deployment', kind: 'one-of', label: 'Hosting', question: 'Where is this release hosted?', hint: 'If you offer several, choose the one this release is assessed on.', options: optionsOf(deploymentOptions) },
      { name: 'internetFacing', kind: 'yes-no', label: 'Reachable from the internet', question: 'Can any part of it be reached from the internet?', hint: 'Include sign-in pages, APIs and remote support.' },
      { name: 'interfaces', kind: 'any-of', label: 'Interfaces', question: 'Which of these does it use to talk to other systems?', hint: 'Select all that work in this release. Leave all empty if there are none.', options: optionsOf(interfaceOptions) },
    ],
  },
]

/** A tick box that is left empty is not posted at all, and a single tick arrives as text. */
const ticked = (value: unknown): unknown => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value)

/** Radios post 'yes' and 'no'. Anything else is left for the schema to refuse. */
const chosen = (value: unknown): unknown => (value === 'yes' ? true : value === 'no' ? false : value)

const formReaders = { 'any-of': ticked, 'yes-no': chosen, 'one-of': (value: unknown) => value } as const

/** The same facts as a browser posts them: 'yes' and 'no', and lists that may be absent. */
export const releaseFactsForm = z.preprocess((posted) => {
  if (typeof posted !== 'object' || posted === null) return posted
  const values = posted as Record<string, unknown>
  const read = factGroups.flatMap((group) => group.questions).map((question) => [question.name, formReaders[question.kind](values[question.name])] as const)
  return Object.fromEntries(read)
}, releaseFacts)

/** The values an expression may name: options of the list and choice facts. Capability references are checked by shape. */
export const knownFactValues: ReadonlySet<string> = new Set([...careSettings, ...deployments, ...interfaces])
