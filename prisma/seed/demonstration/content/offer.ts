import type { PriceUnit } from '@/lib/registry/registry'
import type { ReleaseFacts } from '@/lib/standards/facts'
import type { SupplierKey } from './suppliers'

type YesNoFact = { [Name in keyof ReleaseFacts]: ReleaseFacts[Name] extends boolean ? Name : never }[keyof ReleaseFacts]

/** A fictitious product as its supplier offers it. Texts are plain sentences; `users` and `use` complete sentences of the answers. */
export type OfferedProduct = {
  /** A key of `suppliers`. */
  supplier: SupplierKey
  name: string
  label: string
  summary: string
  description: string
  features: readonly string[]
  price?: readonly [pounds: string, unit: PriceUnit]
  settings: ReleaseFacts['careSettings']
  hosting: ReleaseFacts['deployment']
  interfaces: ReleaseFacts['interfaces']
  /** The questions about the release that are answered yes. */
  yes: readonly YesNoFact[]
  capabilities: readonly string[]
  /** Who uses it, as in 'asked twelve … what they do': 'ward nurses and pharmacists'. */
  users: string
  /** What it is used for, as in 'staff who use it for …': 'prescribing on the ward'. */
  use: string
}

/** What most products that hold a clinical record answer yes to. */
export const clinicalRecord = ['webOrMobile', 'internetFacing', 'informsDirectCare', 'personalData', 'identifiesPatients', 'holdsNhsRecords', 'recordsClinicalData'] as const

/** What most products that only show or move clinical information answer yes to. */
export const clinicalView = ['webOrMobile', 'internetFacing', 'informsDirectCare', 'personalData', 'identifiesPatients'] as const

const yesNoFacts = [
  'patientFacing', 'webOrMobile', 'internetFacing', 'medicalDevice', 'informsDirectCare', 'criticalToCare', 'personalData', 'identifiesPatients', 'holdsNhsRecords',
  'confidentialDataBeyondCare', 'emailsPatientData', 'recordsClinicalData', 'recordsCommunicationNeeds', 'exchangesMedicines', 'codesAdmittedCare',
] as const satisfies readonly YesNoFact[]

/** The facts of an offered product in full: what is not said is no. */
export function factsOf({ settings, hosting, interfaces, yes }: OfferedProduct): ReleaseFacts {
  const answers = Object.fromEntries(yesNoFacts.map((name) => [name, yes.includes(name)])) as Record<YesNoFact, boolean>
  return { careSettings: [...settings], deployment: hosting, interfaces: [...interfaces], ...answers }
}
