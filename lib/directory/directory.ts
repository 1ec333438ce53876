import { type Day, dayInWords } from '@/lib/platform/day'

export const organisationKinds = ['trust', 'ccg', 'icb'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Old codes have three characters, those issued since 2020 have five: never assume either. */
export const odsCodePattern = /^[A-Z0-9]{3,10}$/

/** An NHS organisation, open or closed. What the source does not give is null, never guessed. */
export type Organisation = {
  odsCode: string
  name: string
  /** A doubt about the name that a page must show beside it; null when a source gives the name. */
  nameNote: string | null
  kind: OrganisationKind
  town: string | null
  postcode: string | null
  /** NHS England region; null for Wales and for codes that are no longer in use. */
  regionCode: string | null
  region: string | null
  /** ODS code of the integrated care board whose area it is in. See geographyAsAt for which day that is true of. */
  parentCode: string | null
  openedOn: Day | null
  /** The last day on which it existed (inclusive). */
  closedOn: Day | null
  /** Null where the idea does not apply (CCGs and ICBs). */
  foundationTrust: boolean | null
  source: string
}

export const kindNames: Record<OrganisationKind, { one: string; many: string }> = {
  trust: { one: 'NHS trust', many: 'NHS trusts' },
  ccg: { one: 'Clinical commissioning group', many: 'Clinical commissioning groups' },
  icb: { one: 'Integrated care board', many: 'Integrated care boards' },
}

/** Region codes of NHS England since 2019-20. The regions of 2018 (Y54, Y55, Y57) are not the same areas, so they get no name here. */
export const regionNames: Readonly<Record<string, string>> = {
  Y56: 'London',
  Y58: 'South West',
  Y59: 'South East',
  Y60: 'Midlands',
  Y61: 'East of England',
  Y62: 'North West',
  Y63: 'North East and Yorkshire',
}

export const wales = 'Wales'

/** ODS data may be shown on this condition only. */
export const odsAttribution = 'Contains public sector information licensed under the Open Government Licence v3.0.'

const importedFrom = 'Imported from '

/** What an organisation's source reads after an import: '… etr.csv on 8 July 2026'. */
export function importedSource(fileName: string, importedOn: Day): string {
  return `${importedFrom}${fileName} on ${dayInWords(importedOn)}`
}

/** True when an operator's import, not the content shipped with the program, is the last word on it. */
export function isImported({ source }: Pick<Organisation, 'source'>): boolean {
  return source.startsWith(importedFrom)
}

/** True on the day it opened and on its last day. False when the source gives no opening day. */
export function isOpenOn(day: Day, { openedOn, closedOn }: Pick<Organisation, 'openedOn' | 'closedOn'>): boolean {
  return openedOn !== null && openedOn <= day && (closedOn === null || day <= closedOn)
}

/**
 * The month that its region and board area are true of, as words. Boards have merged since some CCGs closed,
 * so a page must not present them as the geography of the day it is asked about.
 */
export function geographyAsAt({ kind, source }: Pick<Organisation, 'kind' | 'source'>): string {
  const imported = source.match(/^Imported from .* on \d{1,2} (\w+ \d{4})$/)
  if (imported?.[1]) return imported[1]
  return kind === 'ccg' ? 'December 2025' : 'July 2026'
}

function kindInWords({ kind, foundationTrust, region }: Pick<Organisation, 'kind' | 'foundationTrust' | 'region'>): string {
  const name = kind === 'trust' && foundationTrust ? 'NHS foundation trust' : kindNames[kind].one
  return region === wales ? `${name} in Wales` : name
}

/** 'NHS foundation trust, open since 1 April 1998', or how it stood on that day if it was not open. */
export function describeOrganisation(organisation: Pick<Organisation, 'kind' | 'foundationTrust' | 'region' | 'openedOn' | 'closedOn'>, day: Day): string {
  const { openedOn, closedOn } = organisation
  const kind = kindInWords(organisation)
  if (openedOn === null) return kind
  if (closedOn !== null && closedOn < day) return `${kind}, closed: its last day was ${dayInWords(closedOn)}`
  if (day < openedOn) return `${kind}, opens on ${dayInWords(openedOn)}`
  const closing = closedOn === null ? '' : ` and closes after ${dayInWords(closedOn)}`
  return `${kind}, open since ${dayInWords(openedOn)}${closing}`
}
