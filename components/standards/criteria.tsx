import { Tag, SummaryList, type SummaryRow } from '@/components/nhsuk/layout'
import { counted } from '@/lib/catalogue/counted'
import type { Criterion } from '@/lib/standards/standards'
import { answerInWords, evidenceNeedInWords, passingAnswersInWords, routesInWords, type RouteInWords } from '@/lib/standards/standard-words'

const obligationTags: Record<Criterion['obligation'], string> = { must: 'Must be met', should: 'Should be met', may: 'May be answered' }

const anchor = (code: string) => `criterion-${code}`

function Evidence({ criterion }: { criterion: Criterion }) {
  const need = evidenceNeedInWords(criterion)
  if (need === null) return <>None is asked for.</>
  return (
    <>
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-2">{criterion.evidenceExpected.map((name) => <li key={name}>{name}</li>)}</ul>
      {need}
    </>
  )
}

function Routes({ routes }: { routes: readonly RouteInWords[] }) {
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {routes.map(({ when, code, words }) => <li key={when}>{when}, {code === null ? words : <a href={`#${anchor(code)}`}>{words}</a>}.</li>)}
    </ul>
  )
}

function rowsOf(criterion: Criterion, routes: readonly RouteInWords[]): SummaryRow[] {
  const passing = passingAnswersInWords(criterion)
  return [
    { key: 'Answer', value: `${answerInWords(criterion)}.` },
    { key: 'Evidence', value: <Evidence criterion={criterion} /> },
    { key: criterion.assessed ? 'It passes when' : 'How it is used', value: <>{criterion.passRule.words}{passing ? ` ${passing}` : null}</> },
    ...(routes.length > 0 ? [{ key: 'What is asked next', value: <Routes routes={routes} /> }] : []),
  ]
}

function CriterionDetails({ criterion, routes }: { criterion: Criterion; routes: readonly RouteInWords[] }) {
  const { code, question, guidance, obligation, assessed } = criterion
  return (
    <section id={anchor(code)} aria-labelledby={`${anchor(code)}-name`} className="nhsuk-u-margin-bottom-5">
      <h4 className="nhsuk-heading-xs nhsuk-u-margin-bottom-2" id={`${anchor(code)}-name`}>{code} {question}</h4>
      <p className="nhsuk-u-margin-bottom-2">{assessed ? <Tag colour={obligation === 'must' ? 'blue' : 'white'}>{obligationTags[obligation]}</Tag> : <Tag colour="grey">Not judged</Tag>}</p>
      <p className="nhsuk-u-margin-bottom-2">{guidance}</p>
      <SummaryList rows={rowsOf(criterion, routes)} />
    </section>
  )
}

type Placed = { criterion: Criterion; routes: RouteInWords[] }
type Part = { id: string; title: string; placed: Placed[] }

function partsOf(criteria: readonly Criterion[]): Part[] {
  const placed = criteria.map((criterion, at) => ({ criterion, routes: routesInWords(criteria, at) }))
  return [...Map.groupBy(placed, ({ criterion }) => criterion.section)].map(([section, ofPart]) => {
    const title = ofPart[0]?.criterion.sectionTitle ?? ''
    // A number alone tells the reader nothing that the title does not; a letter is how the source names the part.
    return { id: `part-${section}`, title: /^\d+$/.test(section) ? title : `${section} ${title}`, placed: ofPart }
  })
}

function Contents({ parts }: { parts: readonly Part[] }) {
  if (parts.length < 2) return null
  return (
    <nav aria-label="Parts of this standard">
      <ul className="nhsuk-list">{parts.map(({ id, title, placed }) => <li key={id}><a href={`#${id}`}>{title}</a> ({counted(placed.length, 'question')})</li>)}</ul>
    </nav>
  )
}

/** Which questions decide whether the standard is met. */
function weightInWords(criteria: readonly Criterion[]): string {
  const musts = criteria.filter(({ assessed, obligation }) => assessed && obligation === 'must').length
  if (criteria.length === 1) return musts === 1 ? 'It must be met.' : 'It cannot make the standard not met.'
  if (musts === criteria.length) return 'All of them must be met.'
  return musts === 0 ? 'None of them can make the standard not met.' : `${musts} of them must be met. The others cannot make the standard not met.`
}

/** Every question of a version, part by part: what may be answered, what must be shown, what passes, and where an answer leads. */
export function Criteria({ criteria }: { criteria: readonly Criterion[] }) {
  const parts = partsOf(criteria)
  return (
    <section aria-labelledby="criteria">
      <h2 className="nhsuk-heading-m" id="criteria">What is asked, and what passes</h2>
      <p>{counted(criteria.length, 'question')}. {weightInWords(criteria)}</p>
      <Contents parts={parts} />
      {parts.map(({ id, title, placed }) => (
        <section key={id} aria-labelledby={id}>
          <h3 className="nhsuk-heading-s" id={id}>{title}</h3>
          {placed.map(({ criterion, routes }) => <CriterionDetails key={criterion.code} criterion={criterion} routes={routes} />)}
        </section>
      ))}
    </section>
  )
}
