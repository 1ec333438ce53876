import type { Asker, Tx } from '@/lib/platform/db'

/** The register's own work, such as loading reference content: no person stands behind it. */
export const systemActor: Asker = { personId: null, bodyId: null, role: 'system' }

/** A reader without an account. */
export const publicReader: Asker = { personId: null, bodyId: null, role: 'public' }

export type NewEvent = {
  /** '<subject>.<what happened>', such as 'assessment.decided'. */
  type: string
  subjectKind: string
  subjectId: string
  /** Set when the event belongs to the history of a product. */
  productId?: string
  /** True when anybody may read it. Then `detail` holds nothing private. */
  isPublic?: boolean
  detail?: Record<string, unknown>
}

/**
 * Writes the one event of a change, in the transaction of the change. The database numbers, dates and chains it.
 * From here to the end of the transaction every other writer waits, so call it last.
 */
export async function recordEvent(tx: Tx, asker: Asker, event: NewEvent): Promise<void> {
  const { type, subjectKind, subjectId, productId = null, isPublic = false, detail = {} } = event
  await tx.$executeRaw`
    INSERT INTO audit_event (position, occurred_at, person_id, body_id, role, type, subject_kind, subject_id, product_id, is_public, detail, previous_hash, hash)
    VALUES (0, now(), ${asker.personId}::uuid, ${asker.bodyId}::uuid, ${asker.role}, ${type}, ${subjectKind}, ${subjectId}, ${productId}::uuid, ${isPublic}, ${JSON.stringify(detail)}::jsonb, '', '')`
}
