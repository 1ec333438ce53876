import type { Tx } from '@/lib/platform/db'
import { capabilityContent, type CapabilityContent } from './capability-content'

export type CapabilityLoadCounts = { new: number; changed: number; unchanged: number }

function same(one: CapabilityContent, other: CapabilityContent): boolean {
  return (Object.keys(one) as (keyof CapabilityContent)[]).every((field) => String(one[field]) === String(other[field]))
}

/**
 * Brings the capabilities in line with the content file; a second run changes nothing. One that left the list is kept, because
 * claims name it: the content marks it Expired instead. The caller's transaction records the event.
 */
export async function loadCapabilities(tx: Tx): Promise<CapabilityLoadCounts> {
  const held = new Map((await tx.capability.findMany()).map((capability) => [capability.ref, capability]))
  const counts: CapabilityLoadCounts = { new: 0, changed: 0, unchanged: 0 }
  for (const capability of capabilityContent()) {
    const before = held.get(capability.ref)
    if (before && same(capability, before)) {
      counts.unchanged += 1
      continue
    }
    counts[before ? 'changed' : 'new'] += 1
    await tx.capability.upsert({ where: { ref: capability.ref }, create: capability, update: capability })
  }
  return counts
}
