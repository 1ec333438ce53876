import { createHash } from 'node:crypto'
import { today } from '@/lib/platform/clock'
import { addDays, dayInWords, type Day } from '@/lib/platform/day'
import { factGroups, type ReleaseFacts } from '@/lib/standards/facts'
import { factsOf, type OfferedProduct } from '../content/offer'
import { suppliers, type FictitiousSupplier } from '../content/suppliers'

/** What the texts about one product draw on. The same product always tells the same, so that a second seed on the same day is equal. */
export type Teller = {
  /** 'Larkrise Meds'. */
  p: string
  /** 'Larkrise Meds 6.2'. */
  r: string
  /** 'Larkrise Health'. */
  s: string
  label: string
  users: string
  use: string
  offered: OfferedProduct
  supplier: FictitiousSupplier
  facts: ReleaseFacts
  /** The interfaces of the release, named as the form names them. */
  interfaces: string
  address: (path: string) => string
  /** A day so many days before today, in words. */
  on: (daysAgo: number) => string
  either: (...texts: readonly string[]) => string
  /** A whole number from `least` to `most`, both inclusive. */
  n: (what: string, least: number, most: number) => number
  hasSignedCharter: boolean
}

function numberFrom(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

const interfaceNames = new Map(factGroups.flatMap(({ questions }) => questions.flatMap((question) => (question.name === 'interfaces' ? question.options.map(({ value, label }) => [value, label] as const) : []))))

export function tellerOf(offered: OfferedProduct, label = offered.label): Teller {
  const supplier = suppliers[offered.supplier]
  const pick = (what: string, size: number) => numberFrom(`${offered.name} ${what}`) % size
  return {
    p: offered.name, r: `${offered.name} ${label}`, s: supplier.name, label, users: offered.users, use: offered.use, offered, supplier,
    facts: factsOf(offered),
    interfaces: offered.interfaces.map((used) => interfaceNames.get(used) ?? used).join(', '),
    address: (path) => `https://${supplier.site}.example/${path}`,
    on: (daysAgo) => dayInWords(addDays(today(), -daysAgo)),
    either: (...texts) => texts[pick(texts[0] ?? '', texts.length)] ?? '',
    n: (what, least, most) => least + pick(what, most - least + 1),
    hasSignedCharter: numberFrom(`${supplier.name} charter`) % 2 === 0,
  }
}

/** Writes one text about a product. */
export type Telling = (t: Teller) => string

/** The last 30 June, on which toolkit returns are due. */
export function lastReturnDay(day: Day): Day {
  const thisYear = `${day.slice(0, 4)}-06-30`
  return thisYear < day ? thisYear : `${Number(day.slice(0, 4)) - 1}-06-30`
}

/** Whether the supplier reaches patient data or national services, and so must publish a return. */
export function needsToolkit({ facts }: Pick<Teller, 'facts'>): boolean {
  return facts.recordsClinicalData || facts.identifiesPatients || facts.holdsNhsRecords || facts.interfaces.some((used) => ['pds', 'gp-connect', 'mesh', 'spine', 'nhs-login', 'cis2'].includes(used))
}
