import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ReleaseFactsList } from '@/components/catalogue/release-facts'
import { Details, InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { ProductStandingPanel } from '@/components/standing/product-standing-panel'
import { StandardsTable } from '@/components/standing/standards-table'
import { productPage, type ListedProduct, type PastListing, type ProductPage } from '@/lib/catalogue/queries/product-page'
import { today } from '@/lib/platform/clock'
import { dayInWords, isDay } from '@/lib/platform/day'
import { priceInWords } from '@/lib/registry/registry'
import { currentActor } from '@/lib/web/session'

const load = cache(productPage)

export async function generateMetadata({ params }: PageProps<'/products/[slug]'>): Promise<Metadata> {
  const page = await load((await params).slug)
  return { title: page ? `${page.name} by ${page.supplier.name}` : 'Page not found' }
}

function Standing({ product, isToday }: { product: ListedProduct; isToday: boolean }) {
  const names = new Map(product.standards.map(({ standardId, name }) => [standardId, name]))
  const alternatives = new URLSearchParams([...product.capabilities.slice(0, 1).map(({ ref }): [string, string] => ['capability', ref]), ['compliant', 'yes']])
  return (
    <ProductStandingPanel standing={product.standing} on={product.on} nameOf={(id) => names.get(id) ?? id} decided={product.decided}>
      {isToday ? null : <InsetText><p>This is how it stands on {dayInWords(product.on)}. <Link href={`/products/${product.slug}`}>See how it stands today</Link></p></InsetText>}
      {product.standing.meets ? null : <p><Link href={`/products?${alternatives.toString()}` as Route}>Products that do a like job and meet the standards</Link></p>}
    </ProductStandingPanel>
  )
}

function Offer({ product }: { product: ListedProduct }) {
  const { description, features, capabilities } = product
  return (
    <section aria-labelledby="does">
      <h2 className="nhsuk-heading-m" id="does">What it does</h2>
      {description ? <p className="whitespace-pre-line touchstone-break">{description}</p> : null}
      {features.length > 0 ? <ul className="nhsuk-list nhsuk-list--bullet">{features.map((feature) => <li key={feature}>{feature}</li>)}</ul> : null}
      <h3 className="nhsuk-heading-s">Capabilities that the supplier declares</h3>
      {capabilities.length === 0 ? <p>None of the national list.</p> : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {capabilities.map(({ ref, name }) => <li key={ref}><Link href={`/capabilities/${ref}` as Route}>{name}</Link> ({ref})</li>)}
        </ul>
      )}
      <h3 className="nhsuk-heading-s">How it is run and what it talks to</h3>
      <ReleaseFactsList facts={product.facts} groups={['technology']} />
      <Details summary="Everything the supplier states about this release"><ReleaseFactsList facts={product.facts} /></Details>
    </section>
  )
}

function Terms({ product }: { product: ListedProduct }) {
  const { release, supplier, website, pricePence, priceUnit } = product
  const price = priceInWords(pricePence, priceUnit)
  return (
    <SummaryList
      rows={[
        { key: 'Supplier', value: <Link href={`/suppliers/${supplier.slug}` as Route}>{supplier.name}</Link> },
        { key: 'Release', value: `${release.label}${release.releasedOn ? `, released on ${dayInWords(release.releasedOn)}` : ''}` },
        { key: 'On the register since', value: dayInWords(release.listedOn) },
        { key: 'Price', value: price ?? 'The supplier states no price' },
        ...(website ? [{ key: 'Website', value: <a href={website} rel="external nofollow noreferrer" className="touchstone-break">{website}</a> }] : []),
      ]}
    />
  )
}

function Releases({ slug, listings }: { slug: string; listings: PastListing[] }) {
  return (
    <section aria-labelledby="past">
      <h2 className="nhsuk-heading-m" id="past">Releases on the register, and history</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {listings.map(({ releaseLabel, openedOn, closedOn, closedReason }) => (
          <li key={`${releaseLabel} ${openedOn}`}>{releaseLabel}: on the register since {dayInWords(openedOn)}{closedOn ? `, until ${dayInWords(closedOn)}. ${closedReason ?? ''}` : ''}</li>
        ))}
      </ul>
      <p><Link href={`/products/${slug}/history` as Route}>What has happened to this product</Link></p>
    </section>
  )
}

function LeftRegister({ page }: { page: ProductPage }) {
  return (
    <Page title={page.name} caption={page.supplier.name} breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/products', label: 'Find products' }]}>
      <InsetText><p>This product is no longer on the register, so it has no standing today.</p></InsetText>
      <Releases slug={page.slug} listings={page.listings} />
      <p><Link href="/products">Find products that are</Link></p>
    </Page>
  )
}

async function ShortlistLink({ slug }: { slug: string }) {
  const actor = await currentActor()
  return actor?.role === 'buyer' ? <p><Link className="nhsuk-button nhsuk-button--secondary" href={`/buyer/shortlist/add?product=${slug}` as Route}>Add to your shortlist</Link></p> : null
}

function Listed({ page, product, isToday }: { page: ProductPage; product: ListedProduct; isToday: boolean }) {
  const { slug } = product
  return (
    <Page title={product.name} caption={`${product.supplier.name}, release ${product.release.label}`} breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/products', label: 'Find products' }]} wide>
      <Standing product={product} isToday={isToday} />
      <p className="nhsuk-lede-text max-w-3xl">{product.summary}</p>
      <ShortlistLink slug={slug} />
      <StandardsTable caption="Where it stands on each standard" slug={slug} rows={product.standards} on={isToday ? undefined : product.on} />
      <p className="nhsuk-u-margin-top-4">Verified means that an assessor judged the evidence and a different person decided. <Link href="/how-products-are-assessed">How products are assessed</Link></p>
      <div className="max-w-3xl">
        <Offer product={product} />
        <Terms product={product} />
        <Releases slug={slug} listings={page.listings} />
      </div>
    </Page>
  )
}

export default async function ProductPageView({ params, searchParams }: PageProps<'/products/[slug]'>) {
  const { on: asked } = await searchParams
  const isToday = typeof asked !== 'string' || !isDay(asked) || asked === today()
  const { slug } = await params
  const page = isToday ? await load(slug) : await productPage(slug, asked)
  if (!page) notFound()
  return page.listed ? <Listed page={page} product={page.listed} isToday={isToday} /> : <LeftRegister page={page} />
}
