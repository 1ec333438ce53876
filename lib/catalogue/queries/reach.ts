import { z } from 'zod'
import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { reading } from '@/lib/platform/db'

const reach = z.strictObject({ id: z.string(), products: z.int(), meeting: z.int() })

/** How many listed products something concerns, and how many of them meet it (or, for a capability, meet the standards) today. */
export type Reach = { products: number; meeting: number }

const none: Reach = { products: 0, meeting: 0 }

function byId(rows: unknown[]): (id: string) => Reach {
  const known = new Map(z.array(reach).parse(rows).map(({ id, ...counts }) => [id, counts]))
  return (id) => known.get(id) ?? none
}

/** Of each standard, the listed products that it applies to and those that meet it today. */
export async function standardReach(): Promise<(standardId: string) => Reach> {
  return byId(await reading(publicReader, (tx) => tx.$queryRaw<unknown[]>`
    SELECT standard_id AS id, count(*)::int AS products, (count(*) FILTER (WHERE met_during @> ${today()}::date))::int AS meeting FROM catalogue_standing GROUP BY standard_id`))
}

/** Of each capability, the listed products that offer it and those of them that meet the standards today. */
export async function capabilityReach(): Promise<(ref: string) => Reach> {
  return byId(await reading(publicReader, (tx) => tx.$queryRaw<unknown[]>`
    SELECT ref AS id, count(*)::int AS products, (count(*) FILTER (WHERE compliant_during @> ${today()}::date))::int AS meeting FROM catalogue_entry, unnest(capability_refs) AS ref GROUP BY ref`))
}
