import { DomainError } from '@/lib/platform/domain-error'
import { releaseFacts, type ReleaseFacts } from '@/lib/standards/facts'

/**
 * A Companies House number as the register keeps it: eight characters, in capitals, without spaces.
 * People leave out leading noughts, so '1234567' becomes '01234567'; fewer than five digits are taken for a slip. Null when it has neither of the two forms.
 */
export function companyNumber(typed: string): string | null {
  const bare = typed.replace(/\s+/g, '').toUpperCase()
  const padded = /^\d{5,7}$/.test(bare) ? bare.padStart(8, '0') : bare
  return /^(\d{8}|[A-Z]{2}\d{6})$/.test(padded) && !/^0+$/.test(padded) ? padded : null
}

const longestSlug = 60

/** The part of an address made from a name: 'Larkrise Meds+' gives 'larkrise-meds'. A name without a Latin letter or a digit gives `otherwise`. */
export function slugOf(name: string, otherwise: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/['’]/g, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, longestSlug).replace(/^-+|-+$/g, '')
  return slug === '' || reservedSlugs.has(slug) ? `${otherwise}${slug && '-'}${slug}` : slug
}

/** Words that already mean something in the public addresses, such as /products/compare. */
const reservedSlugs = new Set(['compare', 'new', 'search', 'download'])

/** What a price is for, in the order in which the form offers it. */
export const priceUnits = {
  'patient-year': 'per patient per year',
  'user-month': 'per user per month',
  'user-year': 'per user per year',
  'site-year': 'per site per year',
  'organisation-year': 'per organisation per year',
  device: 'per device',
  transaction: 'per transaction',
} as const

export type PriceUnit = keyof typeof priceUnits

/** '£1.20 per patient per year', or null when the supplier states no price. */
export function priceInWords(pricePence: number | null, priceUnit: string | null): string | null {
  if (pricePence === null || priceUnit === null) return null
  if (pricePence === 0) return 'Free of charge'
  return `${pounds.format(pricePence / 100)} ${priceUnits[priceUnit as PriceUnit] ?? priceUnit}`
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', trailingZeroDisplay: 'stripIfInteger' })

const dearestPence = 1_000_000_000

/** Pence from pounds as people type them: '1,200', '£1.20'. Null when it is no amount from nought to ten million pounds. */
export function penceFromPounds(typed: string): number | null {
  const [, whole, part = ''] = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? []
  if (whole === undefined) return null
  const pence = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'))
  return pence <= dearestPence ? pence : null
}

/** The same amount as the form shows it again: 120 gives '1.20'. */
export function poundsFromPence(pricePence: number | null): string {
  return pricePence === null ? '' : (pricePence / 100).toFixed(2)
}

/** The lines of a text box that say something, without bullets. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^\s*[-*•]\s+/, '').trim()).filter(Boolean)
}

/** For what does not exist and for what the actor may not see: the same answer. */
export function noSuch(thing: 'supplier' | 'product' | 'release'): DomainError {
  return new DomainError('not-found', `There is no such ${thing}`)
}

/** The facts of a release as the column holds them; null while none are stated, or when they were stated before a question was added. */
export function statedFacts(column: unknown): ReleaseFacts | null {
  const stated = releaseFacts.safeParse(column)
  return stated.success ? stated.data : null
}
