import { z } from 'zod'
import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { dayFromDate, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { Criterion as CriterionRow, Standard as StandardRow, StandardVersion as VersionRow } from '@/prisma/generated/client'
import type { ApplicabilityClause } from './applicability'
import { isAcceptable, isInForce, type Criterion, type StandardVersionDates } from './standards'

/** A published version without its criteria, as everything that judges or shows it needs it. */
export type PublishedVersion = Pick<VersionRow, 'id' | 'standardId' | 'version' | 'title' | 'obligation' | 'condition' | 'subject' | 'datesNote' | 'evidenceLifeMonths' | 'evidenceExpected' | 'contentHash'> &
  StandardVersionDates & { standardName: string; publishedOn: Day | null; applicability: ApplicabilityClause[] }

/** A criterion as its content file has it, with the id that answers and findings refer to. */
export type PublishedCriterion = Criterion & { id: string; standardVersionId: string }

const dayOrNull = (date: Date | null): Day | null => (date === null ? null : dayFromDate(date))

const clauses = z.array(z.strictObject({ when: z.string(), because: z.string() }))
const routes = z.array(z.strictObject({ answer: z.string(), goTo: z.string() }))
const storedPassRule = z.strictObject({ words: z.string(), passes: z.array(z.string()).nullable(), evidenceNeededWhen: z.array(z.string()).nullable() })

function versionFrom({ applicability, publishedOn, adoptFrom, requiredFrom, graceUntil, retiredOn, createdAt: _, ...row }: VersionRow & { standard: { name: string } }): PublishedVersion {
  const { standard, ...rest } = row
  return {
    ...rest,
    standardName: standard.name,
    applicability: clauses.parse(applicability),
    publishedOn: dayOrNull(publishedOn),
    adoptFrom: dayOrNull(adoptFrom),
    requiredFrom: dayOrNull(requiredFrom),
    graceUntil: dayOrNull(graceUntil),
    retiredOn: dayOrNull(retiredOn),
  }
}

/** The response was checked against the content schema before it was published, and nobody can change it since. */
function criterionFrom({ passRule, routing, response, position: _, ...row }: CriterionRow): PublishedCriterion {
  const { evidenceNeededWhen, ...rule } = storedPassRule.parse(passRule)
  return { ...row, response: response as Criterion['response'], passRule: rule, evidenceNeededWhen, routing: routes.parse(routing) }
}

/** Every published version, in order of standard and then of version. */
export async function publishedVersions(tx: Tx): Promise<PublishedVersion[]> {
  const rows = await tx.standardVersion.findMany({ include: { standard: { select: { name: true } } }, orderBy: [{ standardId: 'asc' }, { version: 'asc' }] })
  return rows.map(versionFrom)
}

/** The criteria of some versions, each version's in its own order. */
export async function criteriaOf(tx: Tx, versionIds: readonly string[]): Promise<PublishedCriterion[]> {
  const rows = await tx.criterion.findMany({ where: { standardVersionId: { in: [...versionIds] } }, orderBy: [{ standardVersionId: 'asc' }, { position: 'asc' }] })
  return rows.map(criterionFrom)
}

export type StandardSummary = Omit<StandardRow, 'note'> & { note: string | null; current: PublishedVersion | null }

/** The version that counts on a day: the one in force; else the one that may be adopted; else the newest there is. */
function currentVersion<V extends Pick<PublishedVersion, 'version' | 'obligation' | keyof StandardVersionDates>>(versions: readonly V[], day: Day): V | null {
  const newestFirst = [...versions].sort((a, b) => (b.requiredFrom ?? b.adoptFrom ?? '').localeCompare(a.requiredFrom ?? a.adoptFrom ?? '') || b.version.localeCompare(a.version, 'en', { numeric: true }))
  return newestFirst.find((version) => isInForce(version, day)) ?? newestFirst.find((version) => isAcceptable(version, day)) ?? newestFirst[0] ?? null
}

/** All standards with the version that counts today, by category and name. */
export async function standardList(): Promise<StandardSummary[]> {
  return reading(publicReader, async (tx) => {
    const rows = await tx.standard.findMany({ include: { versions: { include: { standard: { select: { name: true } } } } }, orderBy: [{ category: 'asc' }, { name: 'asc' }] })
    return rows.map(({ versions, ...standard }) => ({ ...standard, current: currentVersion(versions.map(versionFrom), today()) }))
  })
}

export type StandardPage = { standard: StandardRow; versions: PublishedVersion[]; current: PublishedVersion | null }

/** A standard with all its versions, newest first. The id may be in small letters. Null when there is none. */
export async function standardPage(id: string): Promise<StandardPage | null> {
  return reading(publicReader, async (tx) => {
    const row = await tx.standard.findUnique({ where: { id: id.toUpperCase() }, include: { versions: { include: { standard: { select: { name: true } } } } } })
    if (!row) return null
    const { versions, ...standard } = row
    const published = versions.map(versionFrom).sort((a, b) => (b.requiredFrom ?? b.adoptFrom ?? '').localeCompare(a.requiredFrom ?? a.adoptFrom ?? ''))
    return { standard, versions: published, current: currentVersion(published, today()) }
  })
}

export type VersionPage = StandardPage & { version: PublishedVersion; criteria: PublishedCriterion[] }

/** One version with its criteria. Null when there is none. */
export async function standardVersionPage(id: string, versionName: string): Promise<VersionPage | null> {
  const page = await standardPage(id)
  const version = page?.versions.find((known) => known.version.toLowerCase() === versionName.toLowerCase())
  if (!page || !version) return null
  return { ...page, version, criteria: await reading(publicReader, (tx) => criteriaOf(tx, [version.id])) }
}
