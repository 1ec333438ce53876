import { Tag, type TagColour } from '@/components/nhsuk/layout'
import type { SearchStatus } from '@/lib/catalogue/search'
import { statusNames } from '@/lib/catalogue/search-words'
import { dayInWords, type Day } from '@/lib/platform/day'

const colours: Record<SearchStatus, TagColour> = { met: 'green', ending: 'yellow', 'not-met': 'red' }

/** The words carry the meaning; the colour only repeats it. */
export function ProductStandingTag({ status }: { status: SearchStatus }) {
  return <Tag colour={colours[status]}>{statusNames[status]}</Tag>
}

type Mandatory = { standardId: string; name: string; met: boolean; until: Day | null }

/** The standards that end first, named in a few words. */
function lapsing(until: Day, mandatory: readonly Mandatory[]): string | null {
  const first = mandatory.filter((standard) => standard.until === until).map(({ name }) => name)
  if (first.length === 0) return null
  return first.length > 2 ? `${first[0]} and ${first.length - 1} more` : first.join(' and ')
}

function inTheWay(mandatory: readonly Mandatory[]): string | null {
  const unmet = mandatory.filter(({ met }) => !met).map(({ name }) => name)
  if (unmet.length === 0) return null
  return unmet.length > 2 ? `${unmet.slice(0, 2).join(', ')} and ${unmet.length - 2} more` : unmet.join(' and ')
}

type Props = { status: SearchStatus; until: Day | null; mandatory: readonly Mandatory[] }

/** Where a product stands, in one line: whether, until when, and what ends it or stands in the way. */
export function ProductStandingLine({ status, until, mandatory }: Props) {
  const next = until === null ? null : lapsing(until, mandatory)
  const unmet = status === 'not-met' ? inTheWay(mandatory) : null
  return (
    <p className="nhsuk-u-margin-bottom-2">
      <ProductStandingTag status={status} />
      {until ? <> until {dayInWords(until)}</> : null}
      {next ? <>. Next to lapse: {next}</> : null}
      {unmet ? <> Not met: {unmet}</> : null}
    </p>
  )
}
