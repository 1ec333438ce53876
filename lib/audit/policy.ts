import type { Asker } from '@/lib/platform/db'

/** Only a registrar reads the whole record; everybody reads the public entries of a product. */
export function canReadRecord(asker: Asker): boolean {
  return asker.role === 'registrar'
}
