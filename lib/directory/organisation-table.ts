import type { Tx } from '@/lib/platform/db'
import { dayFromDate } from '@/lib/platform/day'
import type { Prisma } from '@/prisma/generated/client'
import type { Organisation } from './directory'
import type { Succession } from './succession'

type OrganisationRecord = Prisma.OrganisationGetPayload<object>

export function organisationFrom(record: OrganisationRecord): Organisation {
  const { odsCode, name, nameNote, kind, town, postcode, regionCode, region, parentCode, openedOn, closedOn, foundationTrust, source } = record
  return {
    odsCode, name, nameNote, kind, town, postcode, regionCode, region, parentCode, foundationTrust, source,
    openedOn: openedOn && dayFromDate(openedOn),
    closedOn: closedOn && dayFromDate(closedOn),
  }
}

/** Makes writers of the directory take turns, until the transaction ends. Readers do not wait. */
export async function lockDirectory(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('directory'))`
}

export async function organisationsByCode(tx: Tx): Promise<Map<string, Organisation>> {
  const records = await tx.organisation.findMany()
  return new Map(records.map((record) => [record.odsCode, organisationFrom(record)]))
}

/** Adds or overwrites these organisations, all in one statement. */
export async function saveOrganisations(tx: Tx, organisations: readonly Organisation[]): Promise<void> {
  if (organisations.length === 0) return
  await tx.$executeRaw`
    INSERT INTO organisation (ods_code, name, name_note, kind, town, postcode, region_code, region, parent_code, opened_on, closed_on, foundation_trust, source, updated_at)
    SELECT "odsCode", name, "nameNote", kind, town, postcode, "regionCode", region, "parentCode", "openedOn", "closedOn", "foundationTrust", source, now()
    FROM jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) AS incoming (
      "odsCode" text, name text, "nameNote" text, kind "OrganisationKind", town text, postcode text, "regionCode" text, region text,
      "parentCode" text, "openedOn" date, "closedOn" date, "foundationTrust" boolean, source text)
    ON CONFLICT (ods_code) DO UPDATE SET
      name = EXCLUDED.name, name_note = EXCLUDED.name_note, kind = EXCLUDED.kind, town = EXCLUDED.town, postcode = EXCLUDED.postcode,
      region_code = EXCLUDED.region_code, region = EXCLUDED.region, parent_code = EXCLUDED.parent_code, opened_on = EXCLUDED.opened_on,
      closed_on = EXCLUDED.closed_on, foundation_trust = EXCLUDED.foundation_trust, source = EXCLUDED.source, updated_at = EXCLUDED.updated_at`
}

/** Every known succession, oldest code first. A few hundred at most. */
export async function allSuccessions(tx: Tx): Promise<Succession[]> {
  return tx.$queryRaw<Succession[]>`
    SELECT predecessor_code AS "predecessorCode", successor_code AS "successorCode", relation::text AS relation, source
    FROM succession ORDER BY predecessor_code, successor_code`
}

export async function saveSuccessions(tx: Tx, successions: readonly Succession[]): Promise<void> {
  if (successions.length === 0) return
  await tx.$executeRaw`
    INSERT INTO succession (predecessor_code, successor_code, relation, source)
    SELECT "predecessorCode", "successorCode", relation, source
    FROM jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) AS incoming (
      "predecessorCode" text, "successorCode" text, relation "SuccessionRelation", source text)
    ON CONFLICT (predecessor_code, successor_code) DO UPDATE SET relation = EXCLUDED.relation, source = EXCLUDED.source`
}

export async function removeSuccessions(tx: Tx, successions: readonly Succession[]): Promise<void> {
  if (successions.length === 0) return
  await tx.$executeRaw`
    DELETE FROM succession USING jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) AS outgoing ("predecessorCode" text, "successorCode" text)
    WHERE predecessor_code = outgoing."predecessorCode" AND successor_code = outgoing."successorCode"`
}
