import type { PublishedCriterion, PublishedVersion } from '@/lib/standards/queries'
import { counted } from '@/lib/catalogue/counted'

const levelNames: Record<PublishedCriterion['obligation'], string> = { must: 'Must', should: 'Should', may: 'May' }

function evidenceInWords({ evidenceExpected, evidenceNeeded, evidenceMaximumAgeMonths }: PublishedCriterion): string | null {
  if (evidenceExpected.length === 0) return null
  const age = evidenceMaximumAgeMonths === null ? '' : `, not older than ${counted(evidenceMaximumAgeMonths, 'month')}`
  return `${evidenceNeeded ? 'Evidence' : 'Evidence that helps'}: ${evidenceExpected.join('; ')}${age}`
}

function Criterion({ criterion }: { criterion: PublishedCriterion }) {
  const { code, question, guidance, obligation, assessed, passRule } = criterion
  const evidence = evidenceInWords(criterion)
  return (
    <li id={`criterion-${code}`} className="border-0 border-t border-solid border-nhs-grey-4 pt-3">
      <p className="nhsuk-u-margin-bottom-1"><strong>{code}. {question}</strong></p>
      <p className="nhsuk-u-margin-bottom-1">{guidance}</p>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">{assessed ? `${levelNames[obligation]}. Passes when: ${passRule.words}` : 'Asked for context, not judged'}</p>
      {evidence ? <p className="nhsuk-body-s nhsuk-u-margin-bottom-2">{evidence}</p> : null}
    </li>
  )
}

/** What a version asks, criterion by criterion, in its sections. */
export function CriteriaList({ criteria, version }: { criteria: PublishedCriterion[]; version: PublishedVersion }) {
  const sections = [...Map.groupBy(criteria, ({ section, sectionTitle }) => `${section}. ${sectionTitle}`)]
  return (
    <section aria-labelledby="criteria">
      <h2 className="nhsuk-heading-m" id="criteria">What version {version.version} asks</h2>
      <p>{counted(criteria.length, 'criterion', 'criteria')}{version.evidenceLifeMonths ? `. A decision holds for up to ${counted(version.evidenceLifeMonths, 'month')}.` : '.'}</p>
      {sections.map(([title, rows]) => (
        <div key={title}>
          <h3 className="nhsuk-heading-s">{title}</h3>
          <ol className="nhsuk-list">{rows.map((criterion) => <Criterion key={criterion.id} criterion={criterion} />)}</ol>
        </div>
      ))}
      <h3 className="nhsuk-heading-s">Evidence that is expected</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">{version.evidenceExpected.map((evidence) => <li key={evidence}>{evidence}</li>)}</ul>
    </section>
  )
}
