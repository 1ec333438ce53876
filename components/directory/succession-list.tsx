import type { Route } from 'next'
import Link from 'next/link'
import { describeOrganisation } from '@/lib/directory/directory'
import type { ChainLink, OrganisationPage } from '@/lib/directory/queries'
import { relationWords } from '@/lib/directory/succession'
import type { Day } from '@/lib/platform/day'

type Named = ChainLink['organisation']
type NameOf = (odsCode: string) => string

function OrganisationLink({ organisation: { odsCode, name, nameNote } }: { organisation: Named }) {
  return <><Link href={`/organisations/${odsCode}` as Route}>{name}</Link> ({odsCode}){nameNote ? ', a name that is not confirmed' : ''}</>
}

function After({ link: { organisation, relation, fromCode }, nameOf, isFirst }: { link: ChainLink; nameOf: NameOf; isFirst: boolean }) {
  return <>{isFirst ? relationWords[relation] : `${nameOf(fromCode)}: ${relationWords[relation].toLowerCase()}`} <OrganisationLink organisation={organisation} /></>
}

function Before({ link: { organisation, relation, fromCode }, nameOf, isFirst }: { link: ChainLink; nameOf: NameOf; isFirst: boolean }) {
  return <><OrganisationLink organisation={organisation} />: {relationWords[relation].toLowerCase()} {isFirst ? 'this organisation' : nameOf(fromCode)}</>
}

type StepProps = { step: readonly ChainLink[]; direction: 'after' | 'before'; nameOf: NameOf; isFirst: boolean; day: Day }

/** One step of time. A source that all its links share is said once. */
function Step({ step, direction, nameOf, isFirst, day }: StepProps) {
  const sources = new Set(step.map(({ source }) => source))
  const Told = direction === 'after' ? After : Before
  return (
    <>
      <ul className={`nhsuk-list${step.length > 1 ? ' nhsuk-list--bullet' : ''} nhsuk-u-margin-bottom-2`}>
        {step.map((link) => (
          <li key={`${link.fromCode} ${link.organisation.odsCode}`}>
            <Told link={link} nameOf={nameOf} isFirst={isFirst} />
            <br /><span className="nhsuk-body-s text-nhs-grey-1">{describeOrganisation({ ...link.organisation, foundationTrust: null, region: null }, day)}{sources.size > 1 ? `. Source: ${link.source}` : ''}</span>
          </li>
        ))}
      </ul>
      {sources.size === 1 ? <p className="nhsuk-body-s">Source: {[...sources][0]}.</p> : null}
    </>
  )
}

function Chain({ steps, ...rest }: { steps: readonly ChainLink[][] } & Omit<StepProps, 'step' | 'isFirst'>) {
  const [only, ...others] = steps
  if (only && others.length === 0) return <Step step={only} isFirst {...rest} />
  return (
    <ol className="nhsuk-list nhsuk-list--number">
      {steps.map((step, at) => <li key={at}><Step step={step} isFirst={at === 0} {...rest} /></li>)}
    </ol>
  )
}

/** Who was there before an organisation and who came after it, step by step: CCG, then board, then board. */
export function SuccessionList({ page: { organisation, successors, predecessors }, day }: { page: OrganisationPage; day: Day }) {
  const names = new Map([organisation, ...[...successors, ...predecessors].flat().map((link) => link.organisation)].map(({ odsCode, name }) => [odsCode, name]))
  const nameOf = (odsCode: string) => names.get(odsCode) ?? odsCode
  const isClosed = organisation.closedOn !== null && organisation.closedOn < day
  return (
    <>
      {successors.length > 0 || isClosed ? (
        <section aria-labelledby="after">
          <h2 className="nhsuk-heading-m" id="after">What came after</h2>
          {successors.length > 0 ? <Chain steps={successors} direction="after" nameOf={nameOf} day={day} /> : <p>No source that we hold names who came after it.</p>}
        </section>
      ) : null}
      {predecessors.length > 0 ? (
        <section aria-labelledby="before">
          <h2 className="nhsuk-heading-m" id="before">What was there before</h2>
          <Chain steps={predecessors} direction="before" nameOf={nameOf} day={day} />
        </section>
      ) : null}
    </>
  )
}
