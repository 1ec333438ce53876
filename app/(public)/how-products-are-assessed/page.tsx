import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '@/components/nhsuk/page'
import { StandingTag } from '@/components/standing/standing-tag'
import { WARNING_DAYS, type Standing } from '@/lib/assessment/standing'

export const metadata: Metadata = { title: 'How products are assessed' }

const meanings: Record<Standing, string> = {
  met: 'Two people agreed that the evidence meets the standard, and the decision still holds.',
  ending: `It is met, but the decision ends within ${WARNING_DAYS} days.`,
  ended: 'It was met, and the decision or the version of the standard has run out.',
  'not-met': 'Two people agreed that the evidence does not meet the standard.',
  undecided: 'The standard applies, and nobody has decided yet. It counts as not met.',
  'not-applicable': 'Two people agreed that the standard does not apply to this product after all.',
}

const policyPaper = 'https://www.gov.uk/government/publications/the-future-of-healthcare-our-vision-for-digital-data-and-technology-in-health-and-care/the-future-of-healthcare-our-vision-for-digital-data-and-technology-in-health-and-care'

/** The policy in our own words: the register holds to each of its five sentences. */
function Policy() {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="why">Why there are standards</h2>
      <p>In October 2018 the government said what it wanted from all NHS technology:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>systems meet a few shared standards, so that they can talk to each other safely and be kept up to date</li>
        <li>a system that fails is phased out, and contracts end with a supplier who does not accept the rules</li>
        <li>beyond the standards, NHS organisations are free to buy what they need</li>
        <li>there is no new money: the standards guide how today’s money is spent</li>
        <li>staff, experts and suppliers say what they think of the standards</li>
      </ul>
      <p>Source: <a href={policyPaper} rel="external noreferrer">The future of healthcare, October 2018, GOV.UK</a>. What we hold of it, and how we know, is told under <Link href="/standards/VISION2018">the four principles of 2018</Link>.</p>
    </>
  )
}

function Knowing() {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="knowing">Declared, machine-checked, assessor-verified</h2>
      <p><strong>Declared</strong> means that the supplier says so, and nobody has checked it. Capabilities, interfaces and prices are declared.</p>
      <p><strong>Machine-checked</strong> means that a program looked at a file by fixed rules. No standard on this register is machine-checked yet.</p>
      <p><strong>Assessor-verified</strong> means that assessors judged the evidence. Follow any standing to its proof: what was asked, what was shown, what was found, by whom and until when.</p>
    </>
  )
}

function Steps() {
  return (
    <ol className="nhsuk-list nhsuk-list--number">
      <li>The supplier states what a release of a product does, where it is used and what it talks to. These facts decide which standards apply, and the page of each product says why.</li>
      <li>The supplier answers each question of each standard and shows evidence: a document, a file that a machine can read, or a link. Each file gets a fingerprint, so that nobody can swap it later.</li>
      <li>The supplier sends it. From then on it is frozen: what is judged is exactly what was sent.</li>
      <li>An assessor first declares that they have no conflict of interest. Then they judge each question: met, partly met, not met or not applicable, with a reason. They may ask for changes, and may look for themselves by a call, a demonstration or a test.</li>
      <li>The assessor recommends. A different person, a lead assessor, decides each standard and then whether the product is listed. Nobody decides on their own recommendation, on their own organisation or with a conflict; the database refuses it.</li>
      <li>A decision has a last day. When it passes, the product stops meeting the standard without anybody having to do anything.</li>
    </ol>
  )
}

export default function HowProductsAreAssessedPage() {
  return (
    <Page title="How products are assessed" breadcrumbs={[{ href: '/', label: 'Home' }]}>
      <p className="nhsuk-lede-text">No one person can say that a product meets a standard. It follows from evidence that was judged by one person and decided by another.</p>
      <Policy />
      <h2 className="nhsuk-heading-m">From a claim to the register</h2>
      <Steps />
      <h2 className="nhsuk-heading-m">What the standings mean</h2>
      <dl className="nhsuk-summary-list">
        {(Object.keys(meanings) as Standing[]).map((standing) => (
          <div className="nhsuk-summary-list__row" key={standing}>
            <dt className="nhsuk-summary-list__key"><StandingTag standing={standing} /></dt>
            <dd className="nhsuk-summary-list__value">{meanings[standing]}</dd>
          </div>
        ))}
      </dl>
      <p>A product meets the standards on a day when every standard that is binding on it and in force that day is met. It is worked out anew for each day, from the decisions and their dates. No one can set it.</p>
      <Knowing />
      <h2 className="nhsuk-heading-m">Check it yourself</h2>
      <p>Start with <Link href="/products?compliant=yes">products that meet the standards</Link>, or read <Link href="/standards">what each standard asks</Link>.</p>
    </Page>
  )
}
