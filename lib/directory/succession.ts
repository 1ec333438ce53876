export const successionRelations = ['succeeded-by', 'part-succeeded-by', 'area-covered-by'] as const

/**
 * succeeded-by: took over the whole; part-succeeded-by: took over some of it, others the rest;
 * area-covered-by: no source names a successor, this is who the area belongs to.
 */
export type SuccessionRelation = (typeof successionRelations)[number]

export type Succession = {
  predecessorCode: string
  successorCode: string
  relation: SuccessionRelation
  source: string
}

export const relationWords: Record<SuccessionRelation, string> = {
  'succeeded-by': 'Succeeded by',
  'part-succeeded-by': 'Part succeeded by',
  'area-covered-by': 'Area now covered by',
}

/** Which way to follow: to those that came after, or to those that were there before. */
export type SuccessionDirection = 'successors' | 'predecessors'

/**
 * Who came after an organisation (or before it), one step of time per inner array: CCG → ICB of 2022 → ICBs of 2026.
 * An organisation is followed once, by the shortest way, so a circle in the data ends the chain instead of hanging it.
 *
 * @returns steps in order, each holding the links that lead to it; empty when there is nobody
 */
export function successionChain(odsCode: string, successions: readonly Succession[], direction: SuccessionDirection = 'successors'): Succession[][] {
  const [from, to] = direction === 'successors'
    ? (['predecessorCode', 'successorCode'] as const)
    : (['successorCode', 'predecessorCode'] as const)
  const seen = new Set([odsCode])
  const steps: Succession[][] = []
  let reached = new Set([odsCode])
  while (reached.size > 0) {
    const step = successions.filter((link) => reached.has(link[from]) && !seen.has(link[to]))
    reached = new Set(step.map((link) => link[to]))
    reached.forEach((code) => seen.add(code))
    if (step.length > 0) steps.push(step)
  }
  return steps
}
