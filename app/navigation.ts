import type { Actor } from '@/lib/identity/actor'
import type { NavigationItem } from '@/components/nhsuk/header'

const everybody: NavigationItem[] = [
  { href: '/products', label: 'Find products' },
  { href: '/standards', label: 'Standards' },
  { href: '/suppliers', label: 'Suppliers' },
  { href: '/organisations', label: 'NHS organisations' },
]

const ownByRole: Record<Actor['role'], NavigationItem[]> = {
  newcomer: [{ href: '/supplier/register', label: 'Register a supplier' }],
  supplier_editor: [{ href: '/supplier', label: 'Your products' }, { href: '/supplier/evidence', label: 'Your evidence' }],
  supplier_admin: [{ href: '/supplier', label: 'Your products' }, { href: '/supplier/evidence', label: 'Your evidence' }, { href: '/supplier/people', label: 'Your people' }],
  assessor: [{ href: '/assessor/queue', label: 'Assessment queue' }],
  lead_assessor: [{ href: '/assessor/queue', label: 'Assessment queue' }],
  buyer: [{ href: '/buyer/shortlist', label: 'Your shortlist' }],
  standards_manager: [],
  registrar: [{ href: '/admin/organisations', label: 'Organisations and people' }, { href: '/admin/events', label: 'Record' }],
}

/** What the menu offers to whoever reads: the register to everybody, and their own work to each role. */
export function navigationFor(actor: Actor | null): NavigationItem[] {
  return actor ? [...ownByRole[actor.role], ...everybody] : everybody
}

export function accountLinksFor(actor: Actor | null, isDemonstration: boolean): NavigationItem[] {
  const outbox: NavigationItem[] = isDemonstration ? [{ href: '/outbox', label: 'Outbox' }] : []
  if (!actor) return [...outbox, { href: '/sign-in', label: 'Sign in' }]
  return [...outbox, { href: '/account', label: actor.bodyName ? `${actor.name}, ${actor.bodyName}` : actor.name }]
}
