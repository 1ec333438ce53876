import type { Route } from 'next'
import Link from 'next/link'
import { ProductStandingLine } from '@/components/standing/product-standing'
import type { FoundEntry } from '@/lib/catalogue/queries/search-entries'
import { hostingNames, interfaceNames, type SearchVocabulary } from '@/lib/catalogue/search'
import { priceInWords } from '@/lib/registry/registry'

/** The first few of a list, and how many more there are. */
function few(names: string[], shown: number): string {
  return names.length > shown ? `${names.slice(0, shown).join(', ')}, +${names.length - shown} more` : names.join(', ')
}

function Offer({ entry, vocabulary }: { entry: FoundEntry; vocabulary: SearchVocabulary }) {
  const capabilities = few(entry.capabilityRefs.map((ref) => vocabulary.capability.get(ref) ?? ref), 3)
  const interfaces = few(entry.interfaces.map((value) => interfaceNames.get(value) ?? value), 3)
  const price = priceInWords(entry.pricePence, entry.priceUnit)
  const facts = [capabilities, hostingNames.get(entry.hosting) ?? entry.hosting, price === null ? '' : price].filter(Boolean)
  return (
    <>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">{facts.join(' · ')}</p>
      {interfaces ? <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">Talks over: {interfaces}</p> : null}
    </>
  )
}

function Choose({ slug, name, form }: { slug: string; name: string; form: string }) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      <div className="nhsuk-checkboxes__item">
        <input className="nhsuk-checkboxes__input" type="checkbox" id={`choose-${slug}`} name="product" value={slug} form={form} />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`choose-${slug}`}>Choose<span className="nhsuk-u-visually-hidden"> {name}</span></label>
      </div>
    </div>
  )
}

/** One product among those found. `chooseForm` is the id of the form that takes the chosen ones. */
export function FoundProduct({ entry, vocabulary, chooseForm, on }: { entry: FoundEntry; vocabulary: SearchVocabulary; chooseForm?: string; on?: string | null }) {
  const { slug, name, releaseLabel, supplierSlug, supplierName, summary, status, until, mandatory } = entry
  return (
    <li className="border-0 border-t border-solid border-nhs-grey-4 pt-4 pb-3">
      <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
        <Link href={`/products/${slug}${on ? `?on=${on}` : ''}` as Route}>{name} {releaseLabel}</Link>
      </h3>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-2"><Link href={`/suppliers/${supplierSlug}`}>{supplierName}</Link></p>
      <ProductStandingLine status={status} until={until} mandatory={mandatory} />
      <p className="nhsuk-u-margin-bottom-2">{summary}</p>
      <Offer entry={entry} vocabulary={vocabulary} />
      {chooseForm ? <Choose slug={slug} name={name} form={chooseForm} /> : null}
    </li>
  )
}
