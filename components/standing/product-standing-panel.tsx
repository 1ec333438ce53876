import type { ReactNode } from 'react'
import { WARNING_DAYS, type ProductStanding } from '@/lib/assessment/standing'
import { addDays, dayInWords, type Day } from '@/lib/platform/day'
import { obstacleInWords } from './standing-tag'

type Props = {
  standing: ProductStanding
  /** The day it is told of. */
  on: Day
  /** The name of a standard by its id. */
  nameOf: (standardId: string) => string
  /** Who says so. */
  decided: { bodyName: string; on: Day } | null
  children?: ReactNode
}

const panel = 'max-w-3xl border-0 border-l-8 border-solid bg-white px-5 pt-4 pb-1 mb-4'

function Meets({ standing, on, nameOf }: { standing: Extract<ProductStanding, { meets: true }>; on: Day; nameOf: Props['nameOf'] }) {
  const isEnding = addDays(standing.until, -WARNING_DAYS) < on
  return (
    <div className={`${panel} ${isEnding ? 'border-nhs-yellow' : 'border-nhs-green'}`}>
      <h2 className="nhsuk-heading-m">Meets the standards until {dayInWords(standing.until)}</h2>
      {standing.nextToLapse ? <p>Next to lapse: {nameOf(standing.nextToLapse)}.</p> : null}
    </div>
  )
}

function DoesNotMeet({ standing, nameOf }: { standing: Extract<ProductStanding, { meets: false }>; nameOf: Props['nameOf'] }) {
  return (
    <div className={`${panel} border-nhs-red`}>
      <h2 className="nhsuk-heading-m">Does not meet the standards{standing.since ? ` since ${dayInWords(standing.since)}` : ''}</h2>
      {standing.because.length === 0 ? <p>No standard has been decided for it.</p> : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {standing.because.map(({ standardId, standing: where }) => <li key={standardId}>{nameOf(standardId)} {obstacleInWords(where)}</li>)}
        </ul>
      )}
    </div>
  )
}

/** The first thing a reader sees of a product: whether it meets the standards, until when, who says so. */
export function ProductStandingPanel({ standing, on, nameOf, decided, children }: Props) {
  return (
    <section aria-label="Standing" className="nhsuk-u-margin-bottom-5">
      {standing.meets ? <Meets standing={standing} on={on} nameOf={nameOf} /> : <DoesNotMeet standing={standing} nameOf={nameOf} />}
      {decided ? <p>Decided by {decided.bodyName} on {dayInWords(decided.on)}.</p> : null}
      {children}
    </section>
  )
}
