import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { CriterionProof } from '@/components/standing/criterion-proof'
import { EmptyState, InsetText, SummaryList } from '@/components/nhsuk/layout'
import { Page } from '@/components/nhsuk/page'
import { StandingTag } from '@/components/standing/standing-tag'
import { outcomeNames } from '@/lib/assessment/assessment'
import { proofPage, type PastDecision, type ProofPage } from '@/lib/assessment/queries/proof-page'
import { publicReader } from '@/lib/audit/record-event'
import { joined } from '@/lib/catalogue/counted'
import { today } from '@/lib/platform/clock'
import { dayInWords, isDay, type Day } from '@/lib/platform/day'
import { currentActor } from '@/lib/web/session'

type Props = PageProps<'/products/[slug]/standards/[standard]'>

async function load({ params, searchParams }: Props): Promise<ProofPage | null> {
  const { slug, standard } = await params
  const { on } = await searchParams
  return proofPage((await currentActor()) ?? publicReader, slug, standard, typeof on === 'string' && isDay(on) ? on : today())
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props)
  return { title: page ? `${page.product.name} and ${page.standard.name}: the proof` : 'Page not found' }
}

function AskAnotherDay({ on }: { on: Day }) {
  return (
    <form method="get" className="touchstone-filters flex flex-wrap gap-3 items-end nhsuk-u-margin-bottom-5">
      <div>
        <label className="nhsuk-label" htmlFor="on">As it was, or will be, on</label>
        <input className="nhsuk-input nhsuk-input--width-10" type="date" id="on" name="on" defaultValue={on} required />
      </div>
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">Show</button>
    </form>
  )
}

function Standing({ page }: { page: ProofPage }) {
  const { standing, until, on, because, counts } = page
  return (
    <>
      <p><StandingTag standing={standing} />{until ? ` until ${dayInWords(until)}` : ''}{on === today() ? '' : `, as it stands on ${dayInWords(on)}`}</p>
      {because.length > 0 ? <p>The standard applies because {joined(because)}.</p> : null}
      <p>{counts ? 'The product meets the standards only while this one is met.' : 'The product’s own standing does not depend on this standard.'}</p>
    </>
  )
}

function Decision({ proof }: { proof: NonNullable<ProofPage['proof']> }) {
  return (
    <SummaryList
      rows={[
        { key: 'Decision', value: `${outcomeNames[proof.outcome]} (version ${proof.version})` },
        { key: 'Reason', value: <span className="whitespace-pre-line touchstone-break">{proof.reason}</span> },
        { key: 'Decided on', value: dayInWords(proof.decidedOn) },
        { key: 'Valid until', value: proof.validUntil ? dayInWords(proof.validUntil) : 'Not valid: the standard is not met' },
        { key: 'Assessed by', value: `An assessor of ${proof.assessedBy}` },
        { key: 'Decided by', value: `A different person: a lead assessor of ${proof.decidedBy}` },
        { key: 'Fingerprint of what was sent', value: <span className="font-mono touchstone-break">{proof.contentHash}</span> },
      ]}
    />
  )
}

function Criteria({ proof, label }: { proof: NonNullable<ProofPage['proof']>; label: string }) {
  const sections = [...Map.groupBy(proof.criteria, ({ section, sectionTitle }) => `${section}. ${sectionTitle}`)]
  return sections.map(([title, criteria]) => (
    <section key={title} aria-label={`${label}, ${title}`}>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {criteria.map((criterion) => <CriterionProof key={criterion.code} criterion={criterion} />)}
    </section>
  ))
}

function History({ history }: { history: PastDecision[] }) {
  return (
    <section aria-labelledby="decisions">
      <h2 className="nhsuk-heading-m" id="decisions">Every decision on this standard</h2>
      {history.length === 0 ? <p>There is none yet.</p> : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {history.map(({ id, decidedOn, release, version, outcome, validUntil }) => (
            <li key={id}>{dayInWords(decidedOn)}: release {release}, version {version}: {outcomeNames[outcome].toLowerCase()}{validUntil ? `, valid until ${dayInWords(validUntil)}` : ''}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

export default async function ProofPageView(props: Props) {
  const page = await load(props)
  if (!page) notFound()
  const { product, release, standard, proof } = page
  return (
    <Page
      title={standard.name} caption={`${product.name} ${release.label}: the proof`}
      breadcrumbs={[{ href: '/', label: 'Home' }, { href: '/products', label: 'Find products' }, { href: `/products/${product.slug}` as Route, label: product.name }]}
    >
      <Standing page={page} />
      {proof && proof.version !== standard.version ? <InsetText><p>The proof is against version {proof.version}. Products are held to version {standard.version} now.</p></InsetText> : null}
      {proof ? <Decision proof={proof} /> : <EmptyState title="Nobody has decided this standard"><p>There is no proof to show. A standard that is not decided counts as not met.</p></EmptyState>}
      <AskAnotherDay on={page.on} />
      <p><Link href={`/standards/${standard.standardId}` as Route}>What the standard asks</Link></p>
      {proof ? <Criteria proof={proof} label="Criteria" /> : null}
      <History history={page.history} />
    </Page>
  )
}
