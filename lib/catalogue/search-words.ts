import { dayInWords } from '@/lib/platform/day'
import { counted, joined } from './counted'
import { hostingNames, interfaceNames, searchGroups, withoutChoice, type SearchCriteria, type SearchGroup, type SearchSort, type SearchStatus, type SearchVocabulary } from './search'

export const groupNames: Record<SearchGroup, string> = { capability: 'Capability', standard: 'Meets a standard', hosting: 'Hosting', interface: 'Interface', supplier: 'Supplier', status: 'Standing' }

export const statusNames: Record<SearchStatus, string> = { met: 'Meets the standards', ending: 'Meets the standards, ending soon', 'not-met': 'Does not meet the standards' }

export const sortNames: Record<SearchSort, string> = { relevance: 'Relevance', name: 'Name', newest: 'Newest on the register', until: 'Meets the standards longest' }

/** The name of one choice as the reader knows it. */
function choiceName(group: SearchGroup, value: string, vocabulary: SearchVocabulary): string {
  const names: Record<SearchGroup, ReadonlyMap<string, string>> = { ...vocabulary, hosting: hostingNames, interface: interfaceNames, status: new Map(Object.entries(statusNames)) }
  return names[group].get(value) ?? value
}

type Verb = { one: string; many: string; conjunction: 'and' | 'or' }

const verbs: Record<Exclude<SearchGroup, 'status'>, Verb> = {
  capability: { one: 'offers', many: 'offer', conjunction: 'and' },
  standard: { one: 'meets', many: 'meet', conjunction: 'and' },
  interface: { one: 'talks over', many: 'talk over', conjunction: 'and' },
  hosting: { one: 'is hosted', many: 'are hosted', conjunction: 'or' },
  supplier: { one: 'is supplied by', many: 'are supplied by', conjunction: 'or' },
}

/** How the hosting of a product is said after "hosted". A new kind of hosting is said by its name until it has words here. */
const hostingWords: Record<string, string> = {
  'public-cloud': 'in the public cloud',
  'private-cloud': 'in a private cloud or the supplier’s own data centre',
  'on-premises': 'on the buyer’s own premises',
  hybrid: 'partly on the buyer’s premises and partly in the cloud',
}

const statusVerbs: Record<SearchStatus, { one: string; many: string }> = {
  met: { one: 'meets the standards for longer than 90 days', many: 'meet the standards for longer than 90 days' },
  ending: { one: 'meets the standards but ends within 90 days', many: 'meet the standards but end within 90 days' },
  'not-met': { one: 'does not meet the standards', many: 'do not meet the standards' },
}

type GrammaticalNumber = 'one' | 'many'

function groupClause(group: keyof typeof verbs, chosen: string[], number: GrammaticalNumber, vocabulary: SearchVocabulary): string[] {
  const { conjunction, ...verb } = verbs[group]
  return chosen.length === 0 ? [] : [`${verb[number]} ${joined(chosen.map((value) => (group === 'hosting' ? hostingWords[value] : undefined) ?? choiceName(group, value, vocabulary)), conjunction)}`]
}

function clausesOf({ q, chosen, compliant }: SearchCriteria, number: GrammaticalNumber, vocabulary: SearchVocabulary): string[] {
  const meet = { one: 'meets the standards', many: 'meet the standards' }
  const match = { one: 'matches', many: 'match' }
  return [
    ...(compliant ? [meet[number]] : []),
    ...(chosen.status.length > 0 ? [joined(chosen.status.map((status) => statusVerbs[status as SearchStatus][number]), 'or')] : []),
    ...(['capability', 'standard', 'interface', 'hosting', 'supplier'] as const).flatMap((group) => groupClause(group, chosen[group], number, vocabulary)),
    ...(q ? [`${match[number]} “${q}”`] : []),
  ]
}

/** What was found, in a sentence: '37 products meet the standards and offer Prescribing'. */
export function totalInWords(total: number, criteria: SearchCriteria, vocabulary: SearchVocabulary): string {
  const clauses = clausesOf(criteria, total === 1 ? 'one' : 'many', vocabulary)
  const where = clauses.length === 0 ? ' on the register' : ` ${joined(clauses)}`
  return `${counted(total, 'product')}${where}${criteria.on ? `, as it stands on ${dayInWords(criteria.on)}` : ''}`
}

/** One choice of a search with the search that leaves it out. */
export type Removable = { label: string; without: SearchCriteria }

/** Everything that narrows a search, each with the way to take it off. */
export function removableChoices(criteria: SearchCriteria, vocabulary: SearchVocabulary): Removable[] {
  const again = { ...criteria, page: 1 }
  return [
    ...(criteria.q ? [{ label: `“${criteria.q}”`, without: { ...again, q: '', sort: criteria.sort === 'relevance' ? ('name' as const) : criteria.sort } }] : []),
    ...(criteria.compliant ? [{ label: 'Meets the standards', without: { ...again, compliant: false } }] : []),
    ...searchGroups.flatMap((group) => criteria.chosen[group].map((value) => ({ label: choiceName(group, value, vocabulary), without: withoutChoice(criteria, group, value) }))),
    ...(criteria.on ? [{ label: `On ${dayInWords(criteria.on)}`, without: { ...again, on: null } }] : []),
  ]
}

export type Choice = { value: string; label: string; count: number; isChosen: boolean }

/** The choices of one group: what is found, and what is chosen even where it finds nothing. Chosen first, then by how much they find. */
export function choicesOf(group: SearchGroup, found: { criteria: SearchCriteria; facets: readonly { group: string; value: string; count: number }[]; vocabulary: SearchVocabulary }): Choice[] {
  const counts = new Map(found.facets.filter((facet) => facet.group === group).map(({ value, count }) => [value, count]))
  const chosen = found.criteria.chosen[group]
  const values = [...new Set([...chosen, ...counts.keys()])]
  return values
    .map((value) => ({ value, label: choiceName(group, value, found.vocabulary), count: counts.get(value) ?? 0, isChosen: chosen.includes(value) }))
    .sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count || a.label.localeCompare(b.label, 'en'))
}
