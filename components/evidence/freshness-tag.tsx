import { Tag, type TagColour } from '@/components/nhsuk/layout'
import { freshnessNames, type Freshness } from '@/lib/evidence/evidence'

const colours: Record<Freshness, TagColour> = { current: 'green', ending: 'yellow', expired: 'red', too_old: 'orange' }

/** The words carry the meaning; the colour only repeats it. */
export function FreshnessTag({ freshness }: { freshness: Freshness }) {
  return <Tag colour={colours[freshness]}>{freshnessNames[freshness]}</Tag>
}
