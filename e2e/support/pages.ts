import { slugOf } from '@/lib/registry/registry'
import type { AppRoutes } from '../../.next/types/routes'
import type { Who, World } from './world'

type Reach = {
  /** An address of the page with data in it. */
  path: (world: World) => string
  /** Who gets the page; whoever is first looks at it. Everybody else is told that there is no such page, and nobody signed in is sent to sign in. */
  opens: readonly Who[]
}

export const everybody: readonly Who[] = [
  'anonymous', 'newcomer', 'otherSupplier', 'supplierEditor', 'supplierAdmin', 'assessor', 'conflictedAssessor', 'leadAssessor', 'buyer', 'standardsManager', 'registrar',
]
const signedIn = everybody.filter((who) => who !== 'anonymous')
/** Whoever supplies has these pages, each with their own rows in them. */
const suppliers = ['supplierAdmin', 'supplierEditor', 'otherSupplier'] as const
const owners = ['supplierAdmin', 'supplierEditor'] as const
const registrar = ['registrar'] as const
const judges = ['assessor', 'leadAssessor', 'conflictedAssessor'] as const
const unconflicted = ['assessor', 'leadAssessor'] as const

const open = (path: string | ((world: World) => string)): Reach => ({ path: typeof path === 'string' ? () => path : path, opens: everybody })
const only = (opens: readonly Who[], path: string | ((world: World) => string)): Reach => ({ path: typeof path === 'string' ? () => path : path, opens })

const draft = ({ draft: { releaseId } }: World) => `/supplier/releases/${releaseId}`
const waitingAssessment = ({ waiting: { assessmentId } }: World) => `/assessor/assessments/${assessmentId}`
const waiting = ({ waiting: { releaseId } }: World) => `/supplier/releases/${releaseId}`

/** Every page there is. One that is missing here does not compile: it is looked at by axe, and each person is turned away from it as they should be. */
export const pages: Record<AppRoutes, Reach> = {
  '/': open('/'),
  '/accessibility': open('/accessibility'),
  '/capabilities': open('/capabilities'),
  '/capabilities/[ref]': open('/capabilities/C14'),
  '/cookies': open('/cookies'),
  '/how-products-are-assessed': open('/how-products-are-assessed'),
  '/organisations': open('/organisations'),
  '/organisations/[odsCode]': open('/organisations/RJ1'),
  '/outbox': open('/outbox'),
  '/products': open('/products?q=Larkrise'),
  '/products/[slug]': open(({ listed }) => `/products/${listed.slug}`),
  '/products/[slug]/history': open(({ listed }) => `/products/${listed.slug}/history`),
  '/products/[slug]/standards/[standard]': open(({ listed }) => `/products/${listed.slug}/standards/DTAC`),
  '/products/compare': open(({ listed }) => `/products/compare?product=${listed.slug}`),
  '/sign-in': open('/sign-in'),
  '/sign-in/confirm': open('/sign-in/confirm?token=made-up&email=somebody%40example.test'),
  '/sign-in/people': open('/sign-in/people'),
  '/sign-in/problem': open('/sign-in/problem?error=Verification'),
  '/sign-in/sent': open('/sign-in/sent'),
  '/standards': open('/standards'),
  '/standards/[id]': open('/standards/DTAC'),
  '/standards/[id]/[version]': open('/standards/DTAC/2.0'),
  '/suppliers': open('/suppliers'),
  '/suppliers/[slug]': open(({ people }) => `/suppliers/${slugOf(people.supplierAdmin.bodyName, 'supplier')}`),

  '/account': only(signedIn, '/account'),

  '/admin/events': only(registrar, '/admin/events'),
  '/admin/organisations': only(registrar, '/admin/organisations'),
  '/admin/organisations/[bodyId]': only(registrar, ({ people }) => `/admin/organisations/${people.assessor.bodyId}`),
  '/admin/organisations/new': only(registrar, '/admin/organisations/new'),

  '/assessor': only(judges, '/assessor/queue'),
  '/assessor/queue': only(judges, '/assessor/queue'),
  '/assessor/assessments/[assessmentId]': only(unconflicted, waitingAssessment),
  '/assessor/assessments/[assessmentId]/decide': only(['leadAssessor'], (world) => `${waitingAssessment(world)}/decide`),
  '/assessor/assessments/[assessmentId]/decide/[standardId]': only(['leadAssessor'], (world) => `${waitingAssessment(world)}/decide/CE`),
  '/assessor/assessments/[assessmentId]/decide/listing': only(['leadAssessor'], (world) => `${waitingAssessment(world)}/decide/listing`),
  '/assessor/assessments/[assessmentId]/standards/[standardId]': only(unconflicted, (world) => `${waitingAssessment(world)}/standards/CE`),

  '/buyer/shortlist': only(['buyer'], '/buyer/shortlist'),
  '/buyer/shortlist/[itemId]': only(['buyer'], ({ shortlistItemId }) => `/buyer/shortlist/${shortlistItemId}`),
  '/buyer/shortlist/add': only(['buyer'], ({ notShortlisted }) => `/buyer/shortlist/add?product=${notShortlisted.slug}`),

  '/supplier': only(suppliers, '/supplier'),
  '/supplier/details': only(['supplierAdmin', 'otherSupplier'], '/supplier/details'),
  '/supplier/evidence': only(suppliers, '/supplier/evidence'),
  '/supplier/evidence/[itemId]': only(owners, ({ waiting: { evidence } }) => `/supplier/evidence/${evidence.itemId}`),
  '/supplier/evidence/new': only(suppliers, '/supplier/evidence/new'),
  '/supplier/people': only(suppliers, '/supplier/people'),
  '/supplier/products/[productId]': only(owners, ({ waiting: { productId } }) => `/supplier/products/${productId}`),
  '/supplier/products/[productId]/details': only(owners, ({ waiting: { productId } }) => `/supplier/products/${productId}/details`),
  '/supplier/products/[productId]/releases/new': only(owners, ({ waiting: { productId } }) => `/supplier/products/${productId}/releases/new`),
  '/supplier/products/new': only(suppliers, '/supplier/products/new'),
  '/supplier/register': only(signedIn, '/supplier/register'),
  '/supplier/releases/[releaseId]': only(owners, draft),
  '/supplier/releases/[releaseId]/capabilities': only(owners, (world) => `${draft(world)}/capabilities`),
  '/supplier/releases/[releaseId]/facts': only(owners, (world) => `${draft(world)}/facts`),
  '/supplier/releases/[releaseId]/standards/[standardId]': only(owners, (world) => `${draft(world)}/standards/DTAC`),
  '/supplier/releases/[releaseId]/standards/[standardId]/[code]': only(owners, (world) => `${draft(world)}/standards/CE/1.1`),
  '/supplier/releases/[releaseId]/submit': only(owners, (world) => `${draft(world)}/submit`),
  '/supplier/releases/[releaseId]/withdraw': only(owners, (world) => `${waiting(world)}/withdraw`),
}
