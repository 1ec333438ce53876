import { z } from 'zod'
import type { StandardSummary } from './queries'
import type { StandardObligation } from './standards'

const obligations = ['mandatory', 'conditional', 'recommended', 'historical'] as const satisfies readonly StandardObligation[]

/** What the address of the list may hold. A value that is not understood counts as not given. */
export const standardSearch = z.object({
  q: z.string().transform((text) => text.replace(/\p{Cc}/gu, '').trim().slice(0, 100)).catch(''),
  category: z.string().trim().toLowerCase().max(100).catch(''),
  obligation: z.enum(['', ...obligations]).catch(''),
})

export type StandardSearch = z.infer<typeof standardSearch>

type Searched = Pick<StandardSummary, 'id' | 'name' | 'owner' | 'summary' | 'category'> & { current: { obligation: StandardObligation } | null }

function hasWords({ id, name, owner, summary }: Searched, q: string): boolean {
  const text = `${id} ${name} ${owner} ${summary}`.toLowerCase()
  return q.toLowerCase().split(/\s+/).every((word) => text.includes(word))
}

/** The standards that hold every word in their id, name, owner or summary, and fit what is chosen. */
export function foundStandards<S extends Searched>(standards: readonly S[], { q, category, obligation }: StandardSearch): S[] {
  return standards.filter((standard) => (
    hasWords(standard, q) && (category === '' || standard.category === category) && (obligation === '' || standard.current?.obligation === obligation)
  ))
}

export type Choice<V extends string = string> = { value: V; count: number }

/** The categories and obligations to choose from, in order, each with how many standards it would leave beside the other choice. */
export function searchChoices(standards: readonly Searched[], search: StandardSearch): { categories: Choice[]; obligations: Choice<StandardObligation>[] } {
  const categories = [...new Set(standards.map(({ category }) => category))].sort((one, other) => one.localeCompare(other, 'en'))
  const countWith = (choice: Partial<StandardSearch>) => foundStandards(standards, { ...search, ...choice }).length
  return {
    categories: categories.map((value) => ({ value, count: countWith({ category: value }) })),
    obligations: obligations.map((value) => ({ value, count: countWith({ obligation: value }) })),
  }
}
