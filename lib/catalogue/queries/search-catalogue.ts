import { z } from 'zod'
import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import type { Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import { WARNING_DAYS } from '@/lib/assessment/standing'
import { readAddress, type AddressParams, type LeftOut, type SearchCriteria, type SearchVocabulary } from '../search'
import { searchEntries, type FoundEntries } from './search-entries'

const productsPerPage = 20

/** The most rows that one download gives. */
export const downloadLimit = 10_000

const names = z.array(z.tuple([z.string(), z.string()]))
const vocabularyRow = z.strictObject({ capability: names, standard: names, supplier: names })

/** The names of what a search can be narrowed to. */
async function searchVocabulary(tx: Tx): Promise<SearchVocabulary> {
  const [row] = await tx.$queryRaw<unknown[]>`
    SELECT (SELECT coalesce(json_agg(json_build_array(ref, name) ORDER BY name), '[]') FROM capability) AS capability,
      (SELECT coalesce(json_agg(json_build_array(id, name) ORDER BY name), '[]') FROM standard) AS standard,
      (SELECT coalesce(json_agg(json_build_array(slug, name) ORDER BY lower(name)), '[]') FROM supplier s WHERE EXISTS (SELECT FROM catalogue_entry e WHERE e.supplier_slug = s.slug)) AS supplier`
  const { capability, standard, supplier } = vocabularyRow.parse(row)
  return { capability: new Map(capability), standard: new Map(standard), supplier: new Map(supplier) }
}

export type SearchPage = FoundEntries & {
  criteria: SearchCriteria
  leftOut: LeftOut[]
  vocabulary: SearchVocabulary
  /** The day that standings are given for. */
  on: Day
  pages: number
}

/** Carries out the search that an address asks for. A page past the end is the last page. */
export async function searchCatalogue(params: AddressParams, perPage = productsPerPage): Promise<SearchPage> {
  return reading(publicReader, async (tx) => {
    const vocabulary = await searchVocabulary(tx)
    const { criteria, leftOut } = readAddress(params, vocabulary)
    const on = criteria.on ?? today()
    const found = await searchEntries(tx, criteria, on, { perPage, endingDays: WARNING_DAYS })
    const pages = Math.max(1, Math.ceil(found.total / perPage))
    return { ...found, criteria: { ...criteria, page: Math.min(criteria.page, pages) }, leftOut, vocabulary, on, pages }
  })
}
