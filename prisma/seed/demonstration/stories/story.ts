import type { Slips } from '../answers/answer-writer'
import type { AssessorName, LeadName } from '../content/people'
import type { Failings } from '../judgement/judge'

/** What an assessor asks to be changed, and how the supplier answers. */
export type Asked = {
  standardId: string
  message: string
  /** The criterion that the request is about, as it stood in the first round. */
  first: Slips
  finding: Failings
  /** The same criterion as it is answered afterwards. */
  second: Slips
}

/** `sent` and `begun` are days before the demonstration is loaded. */
export type Story = {
  product: string
  /** A release other than the one the product is offered with. */
  label?: string
  assessor?: AssessorName
  lead?: LeadName
} & (
  | { is: 'begun'; begun: number; share: number }
  | { is: 'waiting'; sent: number; seen?: 'taken' | 'half-judged' | 'conflict' }
  | { is: 'withdrawn'; sent: number }
  | { is: 'asked-for-changes'; sent: number; asked: readonly Asked[] }
  | { is: 'second-round'; sent: number; asked: readonly Asked[] }
  | { is: 'recommended'; sent: number; failing?: Failings; slips?: Slips }
  | { is: 'partly-decided'; sent: number }
  | {
    is: 'listed' | 'refused'
    sent: number
    /** Whether decisions end with the first of their evidence, or hold on the promise that short-lived evidence is renewed. */
    validity: 'strict' | 'renewed'
    asked?: readonly Asked[]
    failing?: Failings
    slips?: Slips
    because?: string
  }
)
