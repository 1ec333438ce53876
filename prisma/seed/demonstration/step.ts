import { atInstant } from '@/lib/platform/clock'
import { keepReceipt, toldSteps } from './receipts'

/** One thing that somebody does at one instant. `name` is unique, and the same on every run. */
export type Step = { name: string; at: Date; work: () => Promise<void> }

/** Steps told at once: one instant, different products. The database has other cores to work on while this process thinks. */
const AT_ONCE = 4

async function tell({ name, at, work }: Step): Promise<void> {
  await atInstant(at, work)
  await keepReceipt(name, name)
}

async function tellTogether(steps: readonly Step[], stop: AbortSignal, after: (step: Step) => void): Promise<void> {
  const waiting = [...steps]
  const tellNext = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      stop.throwIfAborted()
      await tell(step)
      after(step)
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, tellNext))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}

/** The steps that no earlier loading has told. */
export async function untoldSteps(steps: readonly Step[]): Promise<Step[]> {
  const told = await toldSteps()
  return steps.filter(({ name }) => !told.has(name))
}

/**
 * Tells steps in the order of time, so that the record reads as it would have been written. Steps of one instant, which must not
 * depend on each other, are told together. When it is asked to stop, it finishes the steps that it is telling.
 */
export async function tellSteps(steps: readonly Step[], stop: AbortSignal, after: (step: Step) => void): Promise<void> {
  const inOrder = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const together of Map.groupBy(inOrder, ({ at }) => at.getTime()).values()) await tellTogether(together, stop, after)
}
