import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReleaseStatusTag } from '@/app/supplier/release-status-tag'
import { SummaryList, Tag } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { releaseStatuses } from '@/lib/assessment/queries/release-statuses'
import type { AssessmentStatus } from '@/lib/assessment/assessment'
import { dayInWords } from '@/lib/platform/day'
import { productForSupplier, type OwnRelease } from '@/lib/registry/queries'
import { priceInWords } from '@/lib/registry/registry'
import { requireActor } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Your product' }

function ReleaseRow({ release, status }: { release: OwnRelease; status: AssessmentStatus | undefined }) {
  return (
    <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link">
      <div className="nhsuk-task-list__name-and-hint">
        <Link className="nhsuk-link nhsuk-task-list__link" href={`/supplier/releases/${release.id}`} aria-describedby={`${release.id}-hint ${release.id}-status`}>Release {release.label}</Link>
        <div className="nhsuk-task-list__hint" id={`${release.id}-hint`}>{release.releasedOn ? `Released on ${dayInWords(release.releasedOn)}` : 'No day of release stated'}</div>
      </div>
      <div className="nhsuk-task-list__status whitespace-nowrap" id={`${release.id}-status`}>
        {release.isListed ? <><Tag colour="green">Listed</Tag> </> : null}
        <ReleaseStatusTag status={status} />
      </div>
    </li>
  )
}

export default async function SupplierProductPage({ params }: PageProps<'/supplier/products/[productId]'>) {
  const actor = await requireActor('supplier_editor', 'supplier_admin')
  const product = await productForSupplier(actor, (await params).productId)
  if (!product) notFound()
  const statuses = await releaseStatuses(actor, product.releases.map(({ id }) => id))
  const price = priceInWords(product.pricePence, product.priceUnit)
  return (
    <Page title={product.name} caption="Your product" breadcrumbs={[{ href: '/supplier', label: 'Your products' }]}>
      <h2 className="nhsuk-heading-m">Releases</h2>
      <ul className="nhsuk-task-list">
        {product.releases.map((release) => <ReleaseRow key={release.id} release={release} status={statuses.get(release.id)} />)}
      </ul>
      <p><Link href={`/supplier/products/${product.id}/releases/new`}>Add a release</Link></p>
      <h2 className="nhsuk-heading-m">What buyers read</h2>
      <SummaryList rows={[
        { key: 'What it is for', value: product.summary },
        { key: 'Description', value: product.description ? <span className="whitespace-pre-line">{product.description}</span> : 'None yet' },
        { key: 'Features', value: product.features.length > 0 ? <ul className="nhsuk-list nhsuk-list--bullet">{product.features.map((feature) => <li key={feature}>{feature}</li>)}</ul> : 'None yet' },
        { key: 'Web page', value: product.website ? <a className="touchstone-break" href={product.website} rel="noreferrer">{product.website}</a> : 'None' },
        { key: 'Price', value: price ?? 'Not stated' },
      ]} />
      <p><Link href={`/supplier/products/${product.id}/details`}>Change what buyers read</Link></p>
      {product.releases.some(({ isListed }) => isListed) ? <p><Link href={`/products/${product.slug}` as Route}>See it on the register</Link></p> : null}
    </Page>
  )
}
