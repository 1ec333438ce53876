import { z } from 'zod'
import { WARNING_DAYS } from '@/lib/assessment/standing'
import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { reading } from '@/lib/platform/db'

const counts = z.strictObject({ products: z.int(), meeting: z.int(), ending: z.int(), suppliers: z.int(), standards: z.int() })

export type RegisterCounts = z.infer<typeof counts>

/** What stands on the register today. `ending` are those of `meeting` that stop within the days of warning. */
export async function registerCounts(): Promise<RegisterCounts> {
  const day = today()
  const [row] = await reading(publicReader, (tx) => tx.$queryRaw<unknown[]>`
    SELECT count(*)::int AS products,
      (count(*) FILTER (WHERE compliant_during @> ${day}::date))::int AS meeting,
      (count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(compliant_during) run WHERE run @> ${day}::date AND upper(run) - 1 <= ${day}::date + ${WARNING_DAYS}::int)))::int AS ending,
      count(DISTINCT supplier_slug)::int AS suppliers,
      (SELECT count(*)::int FROM standard) AS standards
    FROM catalogue_entry`)
  return counts.parse(row)
}

export type Change = { position: string; occurredAt: Date; type: string; subjectId: string; detail: Record<string, unknown>; product: { slug: string; name: string } | null }

/** What anybody may know of what happened last, newest first. */
export async function recentChanges(limit: number): Promise<Change[]> {
  return reading(publicReader, async (tx) => {
    const events = await tx.auditEvent.findMany({ where: { isPublic: true }, orderBy: { position: 'desc' }, take: limit })
    const products = await tx.product.findMany({ where: { id: { in: events.flatMap(({ productId }) => productId ?? []) } }, select: { id: true, slug: true, name: true } })
    const productOf = new Map(products.map(({ id, ...product }) => [id, product]))
    return events.map(({ position, occurredAt, type, subjectId, detail, productId }) => ({
      position: position.toString(), occurredAt, type, subjectId, detail: detail as Record<string, unknown>, product: productOf.get(productId ?? '') ?? null,
    }))
  })
}
