import { Details, InsetText, WarningCallout } from '@/components/nhsuk/layout'
import type { QuestionPage } from '@/lib/assessment/queries/question-page'

function ExpectedEvidence({ criterion }: { criterion: QuestionPage['criterion'] }) {
  const { evidenceExpected, evidenceMaximumAgeMonths, evidenceNeeded } = criterion
  if (evidenceExpected.length === 0) return null
  return (
    <Details summary="What good evidence looks like">
      <ul className="nhsuk-list nhsuk-list--bullet">{evidenceExpected.map((words) => <li key={words}>{words}</li>)}</ul>
      {evidenceMaximumAgeMonths === null ? null : <p>It must have been collected in the last {evidenceMaximumAgeMonths} months.</p>}
      {evidenceNeeded ? null : <p>Evidence is welcome here, and not needed.</p>}
    </Details>
  )
}

/** What is asked, why, and what is still to be done about it. */
export function QuestionAbout({ page }: { page: QuestionPage }) {
  const { criterion, gap, answer, changeRequest, heldStill, isNeeded } = page
  return (
    <>
      {changeRequest ? <WarningCallout title="Changes asked for"><p className="whitespace-pre-line">{changeRequest}</p></WarningCallout> : null}
      {heldStill ? <InsetText><p>{heldStill}.</p></InsetText> : null}
      {gap !== null && answer?.value ? <InsetText><p>Still to do: {gap}.</p></InsetText> : null}
      <p className="whitespace-pre-line">{criterion.guidance}</p>
      <p>{isNeeded ? '' : 'This question is optional. '}{criterion.assessed ? `What counts: ${criterion.passRule.words}` : criterion.passRule.words}</p>
      <ExpectedEvidence criterion={criterion} />
    </>
  )
}
