import type { ReactNode } from 'react'
import { Tag, type TagColour } from '@/components/nhsuk/layout'
import { findingNames, methodNames, type FindingOutcome } from '@/lib/assessment/assessment'
import type { ProofCriterion, ProofEvidence } from '@/lib/assessment/queries/proof-page'
import { dayInWords } from '@/lib/platform/day'

const findingColours: Record<FindingOutcome, TagColour> = { met: 'green', partly_met: 'yellow', not_met: 'red', not_applicable: 'white' }

function FindingTag({ outcome }: { outcome: FindingOutcome }) {
  return <Tag colour={findingColours[outcome]}>{findingNames[outcome]}</Tag>
}

function EvidenceName({ evidence }: { evidence: ProofEvidence }) {
  const { name, isOpen, kind, url, revisionId, fileName } = evidence
  if (!isOpen) return <>{name} (held by the register, not public)</>
  if (kind === 'link' && url) return <><a href={url} rel="external nofollow noreferrer">{name}</a> (a link)</>
  return <><a href={`/evidence/${revisionId}`} download>{name}</a>{fileName ? ` (${fileName})` : ''}</>
}

function Evidence({ evidence }: { evidence: ProofEvidence }) {
  const { collectedOn, expiresOn, sha256 } = evidence
  return (
    <li>
      <EvidenceName evidence={evidence} />. Collected on {dayInWords(collectedOn)}{expiresOn ? `, holds until ${dayInWords(expiresOn)}` : ''}.
      {sha256 ? <span className="block nhsuk-body-s nhsuk-u-margin-bottom-1">Fingerprint (SHA-256): <span className="font-mono touchstone-break">{sha256}</span></span> : null}
    </li>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{title}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}

function Finding({ finding }: Pick<ProofCriterion, 'finding'>) {
  if (!finding) return <>Not judged</>
  return (
    <>
      <FindingTag outcome={finding.outcome} /> <span className="whitespace-pre-line touchstone-break">{finding.reason}</span>
      <span className="block nhsuk-body-s nhsuk-u-margin-bottom-1">{methodNames[finding.method]}, on {dayInWords(finding.foundOn)}.</span>
    </>
  )
}

/** One criterion of a proof: what was asked, what was claimed, on what evidence, and what the assessor found. */
export function CriterionProof({ criterion }: { criterion: ProofCriterion }) {
  const { code, question, answer, explanation, evidence, finding, records, passRule, assessed } = criterion
  return (
    <article className="nhsuk-u-margin-bottom-5" aria-label={`Criterion ${code}`}>
      <h3 className="nhsuk-heading-s">{code}. {question}</h3>
      <dl className="nhsuk-summary-list">
        <Part title="Claimed by the supplier">
          <span className="touchstone-break">{answer ?? 'No answer'}</span>
          {explanation ? <p className="whitespace-pre-line touchstone-break nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0">{explanation}</p> : null}
        </Part>
        <Part title="Evidence">{evidence.length === 0 ? 'None shown' : <ul className="nhsuk-list">{evidence.map((one) => <Evidence key={one.revisionId} evidence={one} />)}</ul>}</Part>
        {assessed ? <Part title="Passes when">{passRule}</Part> : null}
        <Part title="Found by the assessor">{assessed ? <Finding finding={finding} /> : 'Asked for context, not judged'}</Part>
        {records.length > 0 ? (
          <Part title="Seen by the assessor">
            <ul className="nhsuk-list">{records.map(({ method, occurredOn, summary }) => <li key={`${occurredOn} ${summary}`}>{methodNames[method]} on {dayInWords(occurredOn)}: {summary}</li>)}</ul>
          </Part>
        ) : null}
      </dl>
    </article>
  )
}
