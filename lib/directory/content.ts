import { z } from 'zod'
import { isDay } from '@/lib/platform/day'
import ccgs from './content/ccgs.json'
import icbs from './content/icbs.json'
import successions from './content/successions.json'
import trusts from './content/trusts.json'
import { odsCodePattern, type Organisation, type OrganisationKind, organisationKinds } from './directory'
import { type Succession, successionRelations } from './succession'

const odsCode = z.string().regex(odsCodePattern)
const day = z.string().refine(isDay, 'Not a day')
const text = z.string().min(1)

const organisation = z.strictObject({
  odsCode,
  name: text,
  nameNote: text.optional(),
  town: text.nullable(),
  postcode: text.nullable(),
  regionCode: z.string().regex(/^Y\d{2}$/).nullable(),
  region: text.nullable(),
  parentCode: odsCode.nullable(),
  openedOn: day,
  closedOn: day.nullable(),
  foundationTrust: z.boolean().optional(),
  source: text,
  /** Facts that the source gives and the program does not use yet. */
  subIcbLocationName: text.optional(),
  onsCode: z.string().regex(/^E54\d{6}$/).optional(),
}).refine(({ openedOn, closedOn }) => closedOn === null || openedOn <= closedOn, 'Closed before it opened')

const organisationFile = z.strictObject({
  kind: z.enum(organisationKinds),
  licence: text,
  geographyAsAt: text,
  sources: z.record(text, text),
  organisations: z.array(organisation).min(1),
})

const successionFile = z.strictObject({
  licence: text,
  sources: z.record(text, text),
  successions: z.array(z.strictObject({
    predecessorCode: odsCode,
    successorCode: odsCode,
    relation: z.enum(successionRelations),
    source: text,
  })),
})

function sourceInFull(sources: Record<string, string>, key: string): string {
  const source = sources[key]
  if (source === undefined) throw new Error(`Directory content names a source that is not listed: ${key}`)
  return source
}

function asOrganisation(row: z.infer<typeof organisation>, kind: OrganisationKind, source: string): Organisation {
  const { odsCode: code, name, nameNote = null, town, postcode, regionCode, region, parentCode, openedOn, closedOn, foundationTrust = null } = row
  return { odsCode: code, name, nameNote, kind, town, postcode, regionCode, region, parentCode, openedOn, closedOn, foundationTrust, source }
}

/**
 * Every organisation shipped with the program: trusts, CCGs, integrated care boards.
 * @throws ZodError, or Error for a source that is not listed, when a content file is wrong
 */
export function organisationContent(): Organisation[] {
  return [trusts, ccgs, icbs].flatMap((file) => {
    const { kind, sources, organisations } = organisationFile.parse(file)
    return organisations.map((row) => asOrganisation(row, kind, sourceInFull(sources, row.source)))
  })
}

/** Who succeeded whom, as far as a source says. @throws as organisationContent */
export function successionContent(): Succession[] {
  const { sources, successions: rows } = successionFile.parse(successions)
  return rows.map((row) => ({ ...row, source: sourceInFull(sources, row.source) }))
}
