import { valueOf } from '@/components/nhsuk/field-parts'
import { Hidden } from '@/components/nhsuk/fields'
import type { FormState } from '@/lib/web/form-state'

/**
 * The version that the person read. When a form comes back refused it keeps that version, even where the page around it has been
 * made anew: sending it a second time must not write over what somebody else saved meanwhile.
 */
export function VersionField({ state, version }: { state: FormState; version: number }) {
  return <Hidden name="version" value={valueOf(state, 'version', String(version))} />
}
