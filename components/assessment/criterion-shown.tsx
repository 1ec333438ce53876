import { EvidenceLink, evidenceDays } from '@/components/evidence/evidence-link'
import { Details, Tag } from '@/components/nhsuk/layout'
import { FindingTag } from '@/components/assessment/outcome-tag'
import { methodNames } from '@/lib/assessment/assessment'
import type { WorkbenchCriterion } from '@/lib/assessment/queries/workbench'
import { dayInWords } from '@/lib/platform/day'
import { Fingerprint } from './fingerprint'

function Marks({ shown }: { shown: WorkbenchCriterion }) {
  const { change, contradictsRule, criterion } = shown
  return (
    <p className="nhsuk-u-margin-bottom-2">
      <Tag colour="grey">{criterion.obligation === 'must' ? 'Must' : criterion.obligation === 'should' ? 'Should' : 'May'}</Tag>{' '}
      {change === 'changed' ? <Tag colour="purple">Changed since the last round</Tag> : null}
      {change === 'new' ? <Tag colour="purple">New in this round</Tag> : null}{' '}
      {contradictsRule ? <Tag colour="orange">Does not pass by its own rule</Tag> : null}
    </p>
  )
}

function Answer({ shown }: { shown: WorkbenchCriterion }) {
  const { answer, explanation, before } = shown
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2 touchstone-break"><strong>Answer:</strong> <span className="whitespace-pre-line">{answer ?? 'Not answered'}</span></p>
      {explanation ? <p className="nhsuk-u-margin-bottom-2 touchstone-break whitespace-pre-line">{explanation}</p> : null}
      {before ? (
        <Details summary={<>Before<span className="nhsuk-u-visually-hidden"> this round, for {shown.criterion.code}</span></>}>
          <p className="touchstone-break"><strong>Answer:</strong> {before.answer ?? 'Not answered'}</p>
          {before.explanation ? <p className="touchstone-break whitespace-pre-line">{before.explanation}</p> : null}
          <p><strong>Evidence:</strong> {before.evidence.length === 0 ? 'none' : before.evidence.join(', ')}</p>
        </Details>
      ) : null}
    </>
  )
}

function Evidence({ shown }: { shown: WorkbenchCriterion }) {
  if (shown.evidence.length === 0) return <p className="nhsuk-u-margin-bottom-2">No evidence.</p>
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {shown.evidence.map((one) => (
        <li key={one.revisionId}>
          <EvidenceLink revision={{ ...one, id: one.revisionId }} name={one.name} /> {one.hasEnded ? <Tag colour="red">Has ended</Tag> : null}
          <br /><span className="nhsuk-body-s">{evidenceDays(one)}, received on {dayInWords(one.receivedOn)}. <Fingerprint hash={one.sha256} /></span>
        </li>
      ))}
    </ul>
  )
}

function Records({ records }: Pick<WorkbenchCriterion, 'records'>) {
  if (records.length === 0) return null
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1"><strong>Evidence of the assessors</strong></p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {records.map(({ id, method, occurredOn, summary, by }) => <li key={id}><span className="touchstone-break whitespace-pre-line">{summary}</span><br /><span className="nhsuk-body-s">{methodNames[method]}, {dayInWords(occurredOn)}, {by}</span></li>)}
      </ul>
    </>
  )
}

/** What was asked and what was answered, with the evidence beside it. */
export function CriterionShown({ shown }: { shown: WorkbenchCriterion }) {
  const { criterion } = shown
  return (
    <>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-2" id={`criterion-${criterion.id}-question`}>{criterion.code} {criterion.question}</h3>
      <Marks shown={shown} />
      <Answer shown={shown} />
      <Evidence shown={shown} />
      <Records records={shown.records} />
      <Details summary={<>What passes<span className="nhsuk-u-visually-hidden"> {criterion.code}</span></>}>
        <p>{criterion.passRule.words}</p>
        <p className="whitespace-pre-line">{criterion.guidance}</p>
        {criterion.evidenceExpected.length > 0 ? <><p>Good evidence:</p><ul className="nhsuk-list nhsuk-list--bullet">{criterion.evidenceExpected.map((words) => <li key={words}>{words}</li>)}</ul></> : null}
      </Details>
    </>
  )
}

/** A finding as it stands, for whoever only reads. */
export function FindingShown({ shown }: { shown: WorkbenchCriterion }) {
  const { finding, criterion } = shown
  if (!criterion.assessed) return <p className="nhsuk-body-s">Asked for context. It is not judged.</p>
  if (!finding) return <p>No finding yet.</p>
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2"><FindingTag outcome={finding.outcome} /></p>
      <p className="touchstone-break whitespace-pre-line nhsuk-u-margin-bottom-2">{finding.reason}</p>
      <p className="nhsuk-body-s">{methodNames[finding.method]}, {finding.by}{finding.carriedFromRound === null ? '' : `, taken over from round ${finding.carriedFromRound}`}</p>
    </>
  )
}
