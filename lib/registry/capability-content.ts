import { z } from 'zod'
import content from './content/capabilities.json'

const capability = z.strictObject({
  ref: z.string().regex(/^C[1-9]\d{0,2}$/),
  name: z.string().min(1),
  category: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['Effective', 'Expired']),
  /** Identifiers of the national frameworks that a supplier may offer it under; empty when none lists it. */
  frameworks: z.array(z.string().regex(/^[A-Z0-9]+$/)),
  mustEpics: z.int().nonnegative(),
  shouldEpics: z.int().nonnegative(),
  mayEpics: z.int().nonnegative(),
})

export type CapabilityContent = z.infer<typeof capability>

const capabilityFile = z.strictObject({
  source: z.url({ protocol: /^https$/ }),
  licence: z.string().min(1),
  capabilities: z.array(capability).min(1).refine(
    (rows) => new Set(rows.map(({ ref }) => ref)).size === rows.length,
    'Each capability reference may appear once',
  ),
})

/** Where the list is published, and on which terms. */
export const capabilitySource = { address: content.source, licence: content.licence }

/**
 * The national GP IT capabilities, in the order of their references, with how many active epics each has at each level.
 * @throws ZodError if the content file was edited into something that is not a list of capabilities
 */
export function capabilityContent(): CapabilityContent[] {
  return capabilityFile.parse(content).capabilities
}
