import { z } from 'zod'
import { optionalDayField } from '@/lib/platform/day-field'
import { releaseFactsForm } from '@/lib/standards/facts'
import { companyNumber, linesOf, penceFromPounds, priceUnits, type PriceUnit } from './registry'

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** `what` completes the messages: 'the name of your organisation'. */
function line(what: string, longest: number) {
  return z.string().trim().min(1, `Enter ${what}`).max(longest, `${capital(what)} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
}

function optionalText(what: string, longest: number) {
  return z.string().trim().max(longest, `${capital(what)} must be ${longest.toLocaleString('en-GB')} characters or fewer`).default('')
}

/** An empty box is null. */
const optionalWebsite = z.string().trim().max(300, 'Web address must be 300 characters or fewer').default('')
  .refine((text) => text === '' || isWebAddress(text), 'Enter a full web address, starting with https://')
  .transform((text) => (text === '' ? null : text))

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

const version = z.coerce.number().int().min(1)

const supplierFields = {
  name: line('the name of your organisation', 200),
  address: line('the address of your organisation', 500),
  website: optionalWebsite,
  contactEmail: z.string().trim().toLowerCase().pipe(z.email('Enter an email address in the correct format, like name@example.com')),
  description: optionalText('the description', 4000),
}

const optionalCompanyNumber = z.string().trim().default('')
  .refine((typed) => typed === '' || companyNumber(typed) !== null, 'Enter a company number with 8 characters, like 01234567 or SC123456')
  .transform((typed) => (typed === '' ? null : companyNumber(typed)))

export const supplierForm = z.object({ formKey: z.uuid(), companiesHouseNumber: optionalCompanyNumber, ...supplierFields })
export type SupplierForm = z.output<typeof supplierForm>

export const supplierDetailsForm = z.object({ version, companiesHouseNumber: optionalCompanyNumber, ...supplierFields })
export type SupplierDetailsForm = z.output<typeof supplierDetailsForm>

const productName = line('the name of the product', 150)
const summary = line('what the product is for, in a sentence', 300)
const label = line('the name of the release', 60)

export const productForm = z.object({ formKey: z.uuid(), name: productName, summary, label })
export type ProductForm = z.output<typeof productForm>

const features = z.string().default('').transform(linesOf)
  .refine((lines) => lines.length <= 30, 'Enter 30 features or fewer')
  .refine((lines) => lines.every((feature) => feature.length <= 200), 'Each feature must be 200 characters or fewer')

const unitNames = Object.keys(priceUnits) as [PriceUnit, ...PriceUnit[]]

export const productDetailsForm = z.object({
  productId: z.uuid(),
  version,
  name: productName,
  summary,
  description: optionalText('the description', 8000),
  features,
  website: optionalWebsite,
  price: z.string().trim().default('').refine((typed) => typed === '' || penceFromPounds(typed) !== null, 'Enter an amount in pounds, like 1.20'),
  priceUnit: z.enum(['', ...unitNames], 'Select what the price is for').default(''),
})
  .refine(({ price, priceUnit }) => price === '' || priceUnit !== '', { path: ['priceUnit'], message: 'Select what the price is for' })
  .refine(({ price, priceUnit }) => price !== '' || priceUnit === '', { path: ['price'], message: 'Enter the price, or select no price' })
  .transform(({ price, priceUnit, ...details }) => ({ ...details, pricePence: price === '' ? null : penceFromPounds(price), priceUnit: priceUnit === '' ? null : priceUnit }))
export type ProductDetailsForm = z.output<typeof productDetailsForm>

export const releaseForm = z.object({ formKey: z.uuid(), productId: z.uuid(), label, releasedOn: optionalDayField('the day it was released') })
export type ReleaseForm = z.output<typeof releaseForm>

export const factsForm = z.intersection(z.object({ releaseId: z.uuid(), version }), releaseFactsForm)
export type FactsForm = z.output<typeof factsForm>

/** No ticked box posts no field at all. */
const ticked = z.preprocess((posted) => (posted === undefined ? [] : posted), z.array(z.string().regex(/^C[1-9]\d{0,2}$/, 'Select capabilities from the list')))

export const claimsForm = z.object({ releaseId: z.uuid(), version, refs: ticked })
export type ClaimsForm = z.output<typeof claimsForm>

/** What the address of a list of products may hold. A value that is not understood is dropped. */
export const productList = z.object({
  sort: z.enum(['name', 'newest']).catch('name'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ProductList = z.output<typeof productList>
