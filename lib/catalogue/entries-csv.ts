import { priceInWords } from '@/lib/registry/registry'
import type { SearchPage } from './queries/search-catalogue'
import type { FoundEntry } from './queries/search-entries'
import { csvOf } from './csv'
import { hostingNames, interfaceNames, type SearchVocabulary } from './search'
import { statusNames } from './search-words'

export const entryHeadings = ['Product', 'Supplier', 'Release', 'Standing', 'Until', 'Not met', 'Capabilities', 'Hosting', 'Interfaces', 'Price', 'On the register since', 'Address']

/** The cells under `entryHeadings`. Days are written YYYY-MM-DD, so that a spreadsheet sorts them. */
export function entryCells(entry: FoundEntry, capabilities: SearchVocabulary['capability'], site: string): string[] {
  const { name, supplierName, releaseLabel, status, until, mandatory, capabilityRefs, hosting, interfaces, pricePence, priceUnit, listedOn, slug } = entry
  const unmet = status === 'not-met' ? mandatory.filter(({ met }) => !met).map((standard) => standard.name) : []
  return [
    name, supplierName, releaseLabel, statusNames[status], until ?? '', unmet.join('; '),
    capabilityRefs.map((ref) => capabilities.get(ref) ?? ref).join('; '),
    hostingNames.get(hosting) ?? hosting,
    interfaces.map((value) => interfaceNames.get(value) ?? value).join('; '),
    priceInWords(pricePence, priceUnit) ?? '', listedOn, new URL(`/products/${slug}`, site).href,
  ]
}

/** All that was found, in the order of the search, with the day that standings are given for. */
export function entriesAsCsv({ rows, vocabulary, on }: Pick<SearchPage, 'rows' | 'vocabulary' | 'on'>, site: string): string {
  return csvOf([...entryHeadings, 'Standing on'], rows.map((entry) => [...entryCells(entry, vocabulary.capability, site), on]))
}
