import { findingNames } from '@/lib/assessment/assessment'
import type { WorkbenchCriterion } from '@/lib/assessment/queries/workbench'

function mark({ criterion, finding }: WorkbenchCriterion): string {
  if (!criterion.assessed) return 'not judged'
  return finding ? findingNames[finding.outcome].toLowerCase() : 'open'
}

/** Every criterion with its mark, one key away. */
export function CriteriaNavigation({ criteria }: { criteria: readonly WorkbenchCriterion[] }) {
  return (
    <nav aria-label="Criteria">
      <ol className="nhsuk-list text-base lg:sticky lg:top-4 lg:max-h-screen lg:overflow-y-auto">
        {criteria.map((shown) => (
          <li className="nhsuk-u-margin-bottom-1" key={shown.criterion.id}>
            <a href={`#criterion-${shown.criterion.id}`}>{shown.criterion.code}</a> {mark(shown)}{shown.change === 'changed' || shown.change === 'new' ? ', changed' : ''}
          </li>
        ))}
      </ol>
    </nav>
  )
}
