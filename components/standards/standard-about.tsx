import { SummaryList } from '@/components/nhsuk/layout'
import { obligationNames, subjectNames } from '@/components/catalogue/standard-words'
import type { PublishedVersion, StandardPage } from '@/lib/standards/queries'
import { categoryInWords } from '@/lib/standards/standard-words'

const confidenceInWords: Record<string, string> = {
  'looked up': 'We looked it up.',
  'directory dump': 'Taken from a copy of a list of standards, and not checked further.',
  'partly looked up': 'Only part of it was looked up.',
}

function EvidenceAsked({ names }: { names: readonly string[] }) {
  return <ul className="nhsuk-list nhsuk-u-margin-bottom-0">{names.map((name) => <li key={name}>{name}</li>)}</ul>
}

/** What a standard is, whose it is, and how we know. */
export function StandardAbout({ standard, version }: { standard: StandardPage['standard']; version: PublishedVersion }) {
  const { id, owner, category, source, foundIn, confidence, existedInOctober2018 } = standard
  const months = version.evidenceLifeMonths
  return (
    <SummaryList
      rows={[
        { key: 'Short name', value: id },
        { key: 'Owner', value: owner },
        { key: 'Kind', value: categoryInWords(category) },
        { key: 'Must it be met?', value: obligationNames[version.obligation] },
        { key: 'Who must show it', value: subjectNames[version.subject] },
        { key: 'Evidence expected', value: <EvidenceAsked names={version.evidenceExpected} /> },
        { key: 'How long evidence lasts', value: months === null ? 'No fixed time' : `${months} months` },
        { key: 'There in October 2018', value: existedInOctober2018 ? 'Yes, when the policy began' : 'No, it came later' },
        { key: 'Source', value: <a className="touchstone-break" href={source} rel="external noreferrer">{source}</a> },
        { key: 'How we know', value: `${confidenceInWords[confidence] ?? confidence} Found in: ${foundIn}.` },
      ]}
    />
  )
}
