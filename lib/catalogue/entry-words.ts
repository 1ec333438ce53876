import { Prisma } from '@/prisma/generated/client'
import { foldedText } from './search'

/** The texts a product is found by, from the most telling to the least. */
export type EntryTexts = { name: string; supplierAndCapabilities: string; summary: string; rest: string }

const longestText = 20_000

/** Stems let "prescribe" find "prescribing"; the words as they are written let half a word, or a made-up name, be found. */
function weighted(text: string, weight: 'A' | 'B' | 'C' | 'D'): Prisma.Sql {
  const words = foldedText(text).slice(0, longestText)
  return Prisma.sql`setweight(to_tsvector('english', ${words}) || to_tsvector('simple', ${words}), ${weight}::"char")`
}

/** The search vector of an entry, to stand in a statement. */
export function entryWords({ name, supplierAndCapabilities, summary, rest }: EntryTexts): Prisma.Sql {
  return Prisma.sql`${weighted(name, 'A')} || ${weighted(supplierAndCapabilities, 'B')} || ${weighted(summary, 'C')} || ${weighted(rest, 'D')}`
}
