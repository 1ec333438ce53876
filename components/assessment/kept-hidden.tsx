import { Hidden } from '@/components/nhsuk/fields'
import type { FormState } from '@/lib/web/form-state'

/**
 * A hidden value that says what the person saw when they opened the form. After a refusal it stays what was sent: the page may already show
 * what somebody else changed, and sending again must not write over it unseen.
 */
export function KeptHidden({ name, value, state }: { name: string; value: string | number; state: FormState }) {
  const kept = state.values[name]
  return <Hidden name={name} value={typeof kept === 'string' ? kept : value} />
}
