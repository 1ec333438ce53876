import { z } from 'zod'
import { isDay, type Day } from '@/lib/platform/day'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { searchGroups, searchStatuses, searchWords, type SearchCriteria, type SearchSort } from '../search'

const day = z.string().refine(isDay)

const row = z.strictObject({
  productId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  supplierSlug: z.string(),
  supplierName: z.string(),
  releaseLabel: z.string(),
  hosting: z.string(),
  careSettings: z.array(z.string()),
  interfaces: z.array(z.string()),
  capabilityRefs: z.array(z.string()),
  pricePence: z.int().nullable(),
  priceUnit: z.string().nullable(),
  listedOn: day,
  status: z.enum(searchStatuses),
  /** The last day of the run of days on which it meets the standards; null when it does not, or without end. */
  until: day.nullable(),
  /** Standards that are mandatory for it and in force on the day: the last day of each, or null where it is not met. */
  mandatory: z.array(z.strictObject({ standardId: z.string(), name: z.string(), met: z.boolean(), until: day.nullable() })),
})

const facet = z.strictObject({ group: z.enum([...searchGroups, 'compliant']), value: z.string(), count: z.int() })

const answer = z.strictObject({ total: z.int(), rows: z.array(row), facets: z.array(facet) })

export type FoundEntry = z.infer<typeof row>
export type FoundEntries = z.infer<typeof answer>

const order: Record<SearchSort, Prisma.Sql> = {
  relevance: Prisma.sql`rank DESC, lower(name), slug`,
  name: Prisma.sql`lower(name), slug`,
  newest: Prisma.sql`listed_on DESC, lower(name), slug`,
  until: Prisma.sql`status = 'not-met', until DESC NULLS FIRST, lower(name), slug`,
}

type Options = {
  /** Rows to give. */
  perPage: number
  /** How many days before its end a standing is said to be ending. */
  endingDays: number
  /** Only these products, by id. */
  only?: readonly string[]
}

/** A word is found by its stem, and by how it begins, so that half a name is enough. */
function wordsQuery(q: string): Prisma.Sql {
  const text = searchWords(q).map((word) => `${word}:*`).join(' & ')
  return text === '' ? Prisma.sql`NULL::tsquery` : Prisma.sql`to_tsquery('english', ${text}) || to_tsquery('simple', ${text})`
}

/** True where nothing of the group is chosen, or the row's one value is among what is chosen. */
function isAmong(column: Prisma.Sql, chosen: string[]): Prisma.Sql {
  return chosen.length === 0 ? Prisma.sql`true` : Prisma.sql`${column} = ANY (${chosen}::text[])`
}

/**
 * Which entries match, with the day's standing. The groups of which any choice will do are only marked here,
 * because the counts of such a group are counts of what the other groups leave.
 */
function matched({ q, chosen, compliant }: SearchCriteria, { endingDays, only }: Options): Prisma.Sql {
  return Prisma.sql`
    standing AS MATERIALIZED (
      SELECT e.*, ts_rank_cd(e.words, asked.words) AS rank, run.until,
        CASE WHEN NOT e.compliant_during @> asked.day THEN 'not-met' WHEN run.until <= asked.day + ${endingDays}::int THEN 'ending' ELSE 'met' END AS status
      FROM catalogue_entry e CROSS JOIN asked
        LEFT JOIN LATERAL (SELECT upper(r) - 1 AS until FROM unnest(e.compliant_during) r WHERE r @> asked.day) run ON true
      WHERE ${only ? Prisma.sql`e.product_id = ANY (${only}::uuid[])` : Prisma.sql`true`} AND ${searchWords(q).length === 0 ? Prisma.sql`true` : Prisma.sql`e.words @@ asked.words`}
        AND e.capability_refs @> ${chosen.capability}::text[] AND e.interfaces @> ${chosen.interface}::text[]
        AND NOT EXISTS (
          SELECT FROM unnest(${chosen.standard}::text[]) AS wanted (standard_id)
          WHERE NOT EXISTS (SELECT FROM catalogue_standing s WHERE s.product_id = e.product_id AND s.standard_id = wanted.standard_id AND s.met_during @> asked.day))
    ),
    matched AS MATERIALIZED (
      SELECT standing.*, ${isAmong(Prisma.sql`hosting`, chosen.hosting)} AS in_hosting, ${isAmong(Prisma.sql`supplier_slug`, chosen.supplier)} AS in_supplier,
        ${isAmong(Prisma.sql`status`, chosen.status)} AS in_status
      FROM standing WHERE ${compliant ? Prisma.sql`status <> 'not-met'` : Prisma.sql`true`}
    ),
    found AS MATERIALIZED (SELECT * FROM matched WHERE in_hosting AND in_supplier AND in_status)`
}

const facets = Prisma.sql`
  facet AS (
    SELECT 'capability' AS "group", value, count(*) FROM found, unnest(capability_refs) AS value GROUP BY value
    UNION ALL SELECT 'interface', value, count(*) FROM found, unnest(interfaces) AS value GROUP BY value
    UNION ALL SELECT 'standard', s.standard_id, count(*) FROM found JOIN catalogue_standing s USING (product_id) CROSS JOIN asked WHERE s.met_during @> asked.day GROUP BY s.standard_id
    UNION ALL SELECT 'hosting', hosting, count(*) FROM matched WHERE in_supplier AND in_status GROUP BY hosting
    UNION ALL SELECT 'supplier', supplier_slug, count(*) FROM matched WHERE in_hosting AND in_status GROUP BY supplier_slug
    UNION ALL SELECT 'status', status, count(*) FROM matched WHERE in_hosting AND in_supplier GROUP BY status
    UNION ALL SELECT 'compliant', 'yes', count(*) FROM found WHERE status <> 'not-met'
  )`

// In force as isInForce of lib/standards has it.
const mandatoryOfShown = Prisma.sql`
  SELECT json_agg(json_build_object('standardId', s.standard_id, 'name', standard.name, 'met', s.met_during @> asked.day, 'until', run.until) ORDER BY standard.name)
  FROM catalogue_standing s JOIN standard ON standard.id = s.standard_id CROSS JOIN asked
    LEFT JOIN LATERAL (SELECT upper(r) - 1 AS until FROM unnest(s.met_during) r WHERE r @> asked.day) run ON true
  WHERE s.product_id = shown.product_id AND s.mandatory AND EXISTS (
    SELECT FROM standard_version v WHERE v.standard_id = s.standard_id AND v.obligation <> 'historical'
      AND coalesce(v.required_from, v.adopt_from, '-infinity') <= asked.day AND coalesce(v.retired_on, 'infinity') >= asked.day)`

/** A page past the end gives the last one. */
export async function searchEntries(tx: Tx, criteria: SearchCriteria, on: Day, options: Options): Promise<FoundEntries> {
  const { perPage } = options
  const [found] = await tx.$queryRaw<{ found: unknown }[]>`
    WITH asked AS (SELECT ${on}::date AS day, ${wordsQuery(criteria.q)} AS words),
    ${matched(criteria, options)},
    ${facets},
    shown AS (
      SELECT *, row_number() OVER (ORDER BY ${order[criteria.sort]}) AS place FROM found ORDER BY place
      LIMIT ${perPage} OFFSET (SELECT ${perPage}::int * least(${criteria.page}::int - 1, greatest(0, (count(*)::int - 1) / ${perPage}::int)) FROM found)
    )
    SELECT json_build_object(
      'total', (SELECT count(*) FROM found),
      'facets', (SELECT coalesce(json_agg(facet ORDER BY facet."group", facet.value), '[]') FROM facet),
      'rows', (SELECT coalesce(json_agg(json_build_object(
        'productId', product_id, 'slug', slug, 'name', name, 'summary', summary, 'supplierSlug', supplier_slug, 'supplierName', supplier_name,
        'releaseLabel', release_label, 'hosting', hosting, 'careSettings', care_settings, 'interfaces', interfaces, 'capabilityRefs', capability_refs,
        'pricePence', price_pence, 'priceUnit', price_unit, 'listedOn', listed_on, 'status', status, 'until', until,
        'mandatory', coalesce((${mandatoryOfShown}), '[]')) ORDER BY place), '[]') FROM shown)
    ) AS found`
  return answer.parse(found?.found)
}
