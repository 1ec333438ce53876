import { thousands } from '@/lib/catalogue/counted'
import { searchGroups, type SearchGroup } from '@/lib/catalogue/search'
import { choicesOf, groupNames, type Choice } from '@/lib/catalogue/search-words'
import type { SearchPage } from '@/lib/catalogue/queries/search-catalogue'

const hints: Partial<Record<SearchGroup, string>> = {
  capability: 'A product must offer all that you choose.',
  standard: 'A product must meet all that you choose.',
  interface: 'A product must have all that you choose.',
}

function Box({ group, choice, form }: { group: string; choice: Choice; form: string }) {
  const id = `${group}-${choice.value}`
  return (
    <div className="nhsuk-checkboxes__item">
      {/* A new box for a new answer: a browser keeps a tick that a link has taken back. */}
      <input key={String(choice.isChosen)} className="nhsuk-checkboxes__input" type="checkbox" id={id} name={group} value={choice.value} defaultChecked={choice.isChosen} form={form} />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>{choice.label} ({thousands(choice.count)})</label>
    </div>
  )
}

function Group({ group, choices, form }: { group: SearchGroup; choices: Choice[]; form: string }) {
  if (choices.length === 0) return null
  const hint = hints[group]
  return (
    <details className="nhsuk-details nhsuk-u-margin-bottom-3" open={choices.some(({ isChosen }) => isChosen)}>
      <summary className="nhsuk-details__summary"><span className="nhsuk-details__summary-text">{groupNames[group]}</span></summary>
      <div className="nhsuk-details__text">
        <fieldset className="nhsuk-fieldset" aria-describedby={hint ? `${group}-hint` : undefined}>
          <legend className="nhsuk-fieldset__legend nhsuk-u-visually-hidden">{groupNames[group]}</legend>
          {hint ? <div className="nhsuk-hint" id={`${group}-hint`}>{hint}</div> : null}
          <div className="nhsuk-checkboxes nhsuk-checkboxes--small max-h-96 overflow-y-auto" tabIndex={choices.length > 8 ? 0 : undefined} role={choices.length > 8 ? 'group' : undefined} aria-label={choices.length > 8 ? `${groupNames[group]}, ${choices.length} choices` : undefined}>
            {choices.map((choice) => <Box key={choice.value} group={group} choice={choice} form={form} />)}
          </div>
        </fieldset>
      </div>
    </details>
  )
}

/** The ways to narrow a search, each with how many products it would leave. Part of the form with this id. */
export function SearchFilters({ found, form }: { found: SearchPage; form: string }) {
  const meeting = found.facets.find(({ group }) => group === 'compliant')?.count ?? 0
  return (
    <section aria-labelledby="narrow" className="touchstone-filters">
      <h2 className="nhsuk-heading-s" id="narrow">Narrow the search</h2>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small nhsuk-u-margin-bottom-4">
        <Box group="compliant" choice={{ value: 'yes', label: 'Meets the standards', count: meeting, isChosen: found.criteria.compliant }} form={form} />
      </div>
      {searchGroups.map((group) => <Group key={group} group={group} choices={choicesOf(group, found)} form={form} />)}
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="on">Standing on another day</label>
        <input className="nhsuk-input nhsuk-input--width-10" type="date" id="on" name="on" defaultValue={found.criteria.on ?? ''} form={form} />
      </div>
      <button className="nhsuk-button nhsuk-button--secondary" type="submit" form={form}>Apply filters</button>
    </section>
  )
}
