import { InsetText } from '@/components/nhsuk/layout'
import { counted, joined, thousands } from '@/lib/catalogue/counted'
import type { Reach } from '@/lib/catalogue/queries/reach'
import type { StandardVersion } from '@/lib/standards/standards'
import { factsAsked } from '@/lib/standards/standard-words'

type Version = Pick<StandardVersion, 'subject' | 'condition' | 'applicability'>

const nobodyHeld: Partial<Record<Version['subject'], string>> = {
  buyer: 'This is a duty of the organisation that buys. No product is held to it.',
  nobody: 'This is history. No product is held to it.',
}

function Clause({ clause: { when, because } }: { clause: Version['applicability'][number] }) {
  const facts = factsAsked(when)
  return <li>{because}{facts.length === 0 ? ' (every product)' : <> <span className="text-nhs-grey-1">(known from what the supplier states: {joined(facts)})</span></>}</li>
}

function Clauses({ applicability }: Pick<Version, 'applicability'>) {
  return (
    <>
      <p>It applies to a product because{applicability.length > 1 ? ' one or more of these is true' : ''}:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">{applicability.map((clause) => <Clause key={clause.when} clause={clause} />)}</ul>
    </>
  )
}

function reachInWords({ products, meeting }: Reach): string {
  if (products === 0) return 'No product on the register today is held to it.'
  const held = `On the register today ${counted(products, 'product')} ${products === 1 ? 'is' : 'are'} held to it.`
  if (meeting === products) return `${held} ${products === 1 ? 'It meets it.' : 'All of them meet it.'}`
  if (meeting === 0) return `${held} ${products === 1 ? 'It does not meet it.' : 'None of them meets it.'}`
  return `${held} ${thousands(meeting)} of them ${meeting === 1 ? 'meets' : 'meet'} it.`
}

/** Who a version applies to: the condition in words, the facts that decide it, and how many products that is. */
export function Applicability({ version: { subject, condition, applicability }, reach }: { version: Version; reach: Reach | null }) {
  const otherwise = nobodyHeld[subject]
  return (
    <section aria-labelledby="applies">
      <h2 className="nhsuk-heading-m" id="applies">Who it applies to</h2>
      <p>{condition}</p>
      {otherwise ? <InsetText><p>{otherwise}</p></InsetText> : <Clauses applicability={applicability} />}
      {otherwise || !reach ? null : <p>{reachInWords(reach)}</p>}
    </section>
  )
}
