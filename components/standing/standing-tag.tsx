import { Tag, type TagColour } from '@/components/nhsuk/layout'
import type { Standing } from '@/lib/assessment/standing'

const shown: Record<Standing, { label: string; colour: TagColour }> = {
  met: { label: 'Met', colour: 'green' },
  ending: { label: 'Met, ending soon', colour: 'yellow' },
  ended: { label: 'Ended', colour: 'orange' },
  'not-met': { label: 'Not met', colour: 'red' },
  undecided: { label: 'Not decided', colour: 'grey' },
  'not-applicable': { label: 'Does not apply', colour: 'white' },
}

/** The words carry the meaning; the colour only repeats it. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { label, colour } = shown[standing]
  return <Tag colour={colour}>{label}</Tag>
}

const obstacleWords: Record<Standing, string> = {
  met: 'is met',
  ending: 'is met',
  ended: 'ended',
  'not-met': 'is not met',
  undecided: 'is not decided',
  'not-applicable': 'does not apply',
}

/** What keeps a product from meeting the standards, as words that follow the name of the standard. */
export function obstacleInWords(standing: Standing): string {
  return obstacleWords[standing]
}
