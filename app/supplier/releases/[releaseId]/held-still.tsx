import { InsetText } from '@/components/nhsuk/layout'

/** In place of a form, while what was sent may not change. */
export function HeldStill() {
  return <InsetText><p>This release is with the assessors and cannot be changed until they answer.</p></InsetText>
}
