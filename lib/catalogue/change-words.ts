import { z } from 'zod'
import { counted } from './counted'

const decided = z.object({ outcome: z.string() })
const listed = z.object({ release: z.string(), standards: z.array(decided).default([]) })
const published = z.object({ version: z.string(), title: z.string() })

function listedInWords(detail: unknown): string {
  const { release, standards } = listed.parse(detail)
  const met = standards.filter(({ outcome }) => outcome === 'met').length
  const judged = standards.length > 0 ? `, with ${met} of ${counted(standards.length, 'standard')} met` : ''
  return `Release ${release} came onto the register${judged}`
}

const words: Record<string, (detail: unknown) => string> = {
  'product.listed': listedInWords,
  'standard.published': (detail) => `Version ${published.parse(detail).version} was published`,
  'standard.described': () => 'Its description was put right',
}

/** A public event as a sentence without its subject and its full stop. What the register learns to record later is still told, by its name. */
export function changeInWords({ type, detail }: { type: string; detail: unknown }): string {
  try {
    return words[type]?.(detail) ?? type.replace(/[.-]/g, ' ')
  } catch {
    // An event is never changed: what an older program wrote may lack what this one expects.
    return type.replace(/[.-]/g, ' ')
  }
}
