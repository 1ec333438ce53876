import { z } from 'zod'
import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { reading } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

const suppliersPerPage = 25

const row = z.strictObject({ slug: z.string(), name: z.string(), products: z.int(), meeting: z.int() })
const answer = z.strictObject({ total: z.int(), rows: z.array(row) })

const supplierSorts = ['name', 'products', 'meeting'] as const

/** What the address of the list may hold. A value that is not understood counts as not given. */
export const supplierSearch = z.object({
  q: z.string().transform((text) => text.replace(/\p{Cc}/gu, '').trim().slice(0, 100)).catch(''),
  sort: z.enum(supplierSorts).catch('name'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type SupplierSearch = z.infer<typeof supplierSearch>
export type SupplierRow = z.infer<typeof row>
export type SupplierList = { rows: SupplierRow[]; total: number; page: number; pages: number }

const orders = {
  name: Prisma.sql`lower(name), slug`,
  products: Prisma.sql`products DESC, lower(name), slug`,
  meeting: Prisma.sql`meeting DESC, lower(name), slug`,
} satisfies Record<SupplierSearch['sort'], Prisma.Sql>

/** Suppliers with a product on the register, and how many of them meet the standards today. A page past the end gives the last. */
export async function supplierList({ q, sort, page }: SupplierSearch): Promise<SupplierList> {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const [found] = await reading(publicReader, (tx) => tx.$queryRaw<{ found: unknown }[]>`
    WITH found AS (
      SELECT s.slug, s.name, count(*) AS products, count(*) FILTER (WHERE e.compliant_during @> ${today()}::date) AS meeting
      FROM catalogue_entry e JOIN supplier s ON s.slug = e.supplier_slug WHERE s.name ILIKE ${like} GROUP BY s.slug, s.name
    ), shown AS (
      SELECT *, row_number() OVER (ORDER BY ${orders[sort]}) AS place FROM found ORDER BY place LIMIT ${suppliersPerPage}
      OFFSET (SELECT ${suppliersPerPage}::int * least(${page}::int - 1, greatest(0, (count(*)::int - 1) / ${suppliersPerPage}::int)) FROM found)
    )
    SELECT json_build_object('total', (SELECT count(*) FROM found),
      'rows', (SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name, 'products', products, 'meeting', meeting) ORDER BY place), '[]') FROM shown)) AS found`)
  const { total, rows } = answer.parse(found?.found)
  const pages = Math.max(1, Math.ceil(total / suppliersPerPage))
  return { rows, total, page: Math.min(page, pages), pages }
}
