import { z } from 'zod'
import { isJudge, type Actor } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { dayOf, workingDaysBetween, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { QueueSearch } from '../schema'

const queueRowsPerPage = 25

export type QueueRow = {
  assessmentId: string
  product: string
  release: string
  supplier: string
  status: 'submitted' | 'changes_requested' | 'decided' | 'withdrawn'
  round: number
  submittedOn: Day
  /** Working days since this round was sent; 0 once it is no longer with the assessors. */
  waitingDays: number
  standards: number
  recommended: number
  decided: number
  assignee: string | null
  isMine: boolean
  /** Whether the actor has declared that they have no conflict. */
  hasDeclared: boolean
  /** How many others declared a conflict; always 0 for whoever is not a lead assessor. */
  conflicts: number
}

export type Queue = { rows: QueueRow[]; total: number; page: number; pages: number; waiting: number }

const row = z.object({
  id: z.uuid(), product: z.string(), release: z.string(), supplier: z.string(), status: z.enum(['submitted', 'changes_requested', 'decided', 'withdrawn']), round: z.number(), submitted_at: z.date(),
  standards: z.number(), recommended: z.number(), decided: z.number(), assignee: z.string().nullable(), is_mine: z.boolean(), has_declared: z.boolean(), conflicts: z.number(),
})

function shown({ id, submitted_at, is_mine, has_declared, ...rest }: z.output<typeof row>): QueueRow {
  const submittedOn = dayOf(submitted_at)
  return { ...rest, assessmentId: id, isMine: is_mine, hasDeclared: has_declared, submittedOn, waitingDays: rest.status === 'submitted' ? workingDaysBetween(submittedOn, today()) : 0 }
}

const statusFilters: Record<QueueSearch['status'], (personId: string) => Prisma.Sql> = {
  waiting: () => Prisma.sql`a.status = 'submitted'`,
  unassigned: () => Prisma.sql`a.status = 'submitted' AND a.assignee_id IS NULL`,
  mine: (personId) => Prisma.sql`a.status IN ('submitted', 'changes_requested') AND a.assignee_id = ${personId}::uuid`,
  changes_requested: () => Prisma.sql`a.status = 'changes_requested'`,
  decided: () => Prisma.sql`a.status = 'decided'`,
  withdrawn: () => Prisma.sql`a.status = 'withdrawn'`,
}

const orders: Record<QueueSearch['sort'], Prisma.Sql> = {
  oldest: Prisma.sql`sent.submitted_at, a.id`,
  newest: Prisma.sql`sent.submitted_at DESC, a.id`,
  product: Prisma.sql`lower(p.name), a.id`,
  supplier: Prisma.sql`lower(s.name), sent.submitted_at, a.id`,
}

/** Each word must be in the name of the product or of its supplier. */
function matching(q: string): Prisma.Sql {
  const words = q.split(/\s+/).filter(Boolean).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return words.length === 0 ? Prisma.sql`true` : Prisma.join(words.map((word) => Prisma.sql`(p.name ILIKE ${word} OR s.name ILIKE ${word})`), ' AND ')
}

const from = Prisma.sql`
  FROM assessment a
  JOIN submission sent ON sent.id = a.current_submission_id
  JOIN product p ON p.id = a.product_id
  JOIN release r ON r.id = a.release_id
  JOIN supplier s ON s.id = a.supplier_id`

/** Row-level security says the same, and hides besides what belongs to a supplier of the person's own. */
function visible(personId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM conflict_declaration c WHERE c.assessment_id = a.id AND c.person_id = ${personId}::uuid AND c.has_conflict)`
}

async function count(tx: Tx, where: Prisma.Sql): Promise<number> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from} WHERE ${where}`
  return counted?.total ?? 0
}

async function rowsOf(tx: Tx, personId: string, where: Prisma.Sql, order: Prisma.Sql, skip: number): Promise<QueueRow[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT a.id, p.name AS product, r.label AS release, s.name AS supplier, a.status::text, a.round, sent.submitted_at, assignee.name AS assignee,
      coalesce(a.assignee_id = ${personId}::uuid, false) AS is_mine,
      (SELECT count(*)::int FROM submission_standard x WHERE x.submission_id = sent.id) AS standards,
      (SELECT count(*)::int FROM recommendation x WHERE x.submission_id = sent.id) AS recommended,
      (SELECT count(*)::int FROM decision x WHERE x.submission_id = sent.id) AS decided,
      EXISTS (SELECT FROM conflict_declaration x WHERE x.assessment_id = a.id AND x.person_id = ${personId}::uuid AND NOT x.has_conflict) AS has_declared,
      (SELECT count(*)::int FROM conflict_declaration x WHERE x.assessment_id = a.id AND x.person_id <> ${personId}::uuid AND x.has_conflict) AS conflicts
    ${from} LEFT JOIN person assignee ON assignee.id = a.assignee_id
    WHERE ${where} ORDER BY ${order} LIMIT ${queueRowsPerPage} OFFSET ${skip}`
  return z.array(row).parse(rows).map(shown)
}

/** Assessments that the actor may see, longest waiting first unless asked otherwise, 25 to a page; a page past the end gives the last. */
export async function assessmentQueue(actor: Actor, { status, q, page, sort }: QueueSearch): Promise<Queue> {
  if (!isJudge(actor)) return { rows: [], total: 0, page: 1, pages: 1, waiting: 0 }
  const seen = visible(actor.personId)
  const where = Prisma.join([seen, statusFilters[status](actor.personId), matching(q)], ' AND ')
  return reading(actor, async (tx) => {
    const total = await count(tx, where)
    const pages = Math.max(1, Math.ceil(total / queueRowsPerPage))
    const at = Math.min(page, pages)
    const rows = await rowsOf(tx, actor.personId, where, orders[sort], (at - 1) * queueRowsPerPage)
    return { rows, total, page: at, pages, waiting: await count(tx, Prisma.sql`${seen} AND a.status = 'submitted'`) }
  })
}
