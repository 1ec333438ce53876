import type { AppRouteHandlerRoutes } from '../../.next/types/routes'
import { everybody } from '../support/pages'
import type { Who, World } from '../support/world'

type Address = { name: string; path: (world: World) => string; opens: readonly Who[] }

const nobody: readonly Who[] = []
const owners = ['supplierAdmin', 'supplierEditor'] as const
const judges = ['assessor', 'conflictedAssessor', 'leadAssessor'] as const

/** Addresses of pages that answer otherwise than the one in the table of pages. */
export const moreAddresses: Address[] = [
  { name: 'the page of a product that is with the assessors', path: ({ waiting }) => `/products/${waiting.slug}`, opens: nobody },
  { name: 'the history of a product that is with the assessors', path: ({ waiting }) => `/products/${waiting.slug}/history`, opens: nobody },
  { name: 'the proof of a product that is with the assessors', path: ({ waiting }) => `/products/${waiting.slug}/standards/DTAC`, opens: nobody },
  { name: 'the page of a draft', path: ({ draft }) => `/products/${draft.slug}`, opens: nobody },
  { name: 'the answers that were sent', path: ({ waiting }) => `/supplier/releases/${waiting.releaseId}/standards/CE/1.1`, opens: owners },
  { name: 'evidence that nothing shows', path: ({ unused }) => `/supplier/evidence/${unused.itemId}`, opens: owners },
  { name: 'a release that does not exist', path: () => '/supplier/releases/5f0c38e0-0000-4000-8000-000000000000', opens: nobody },
  { name: 'a release whose address is nonsense', path: () => '/supplier/releases/nonsense', opens: nobody },
]

type Rule = { path: (world: World) => string; opens: readonly Who[]; refusal: (who: Who) => number }

const notFound = () => 404

/** Every address that answers with something else than a page. One that is missing does not compile. */
export const handlers: Record<AppRouteHandlerRoutes, Rule[]> = {
  '/api/auth/[...nextauth]': [{ path: () => '/api/auth/session', opens: everybody, refusal: notFound }],
  '/api/health': [{ path: () => '/api/health', opens: everybody, refusal: notFound }],
  '/api/ready': [{ path: () => '/api/ready', opens: everybody, refusal: notFound }],
  '/evidence/[revisionId]': [
    { path: ({ waiting }) => `/evidence/${waiting.evidence.revisionId}`, opens: [...owners, 'assessor', 'leadAssessor'], refusal: notFound },
    { path: ({ listed }) => `/evidence/${listed.evidence.revisionId}`, opens: [...owners, ...judges], refusal: notFound },
    { path: ({ unused }) => `/evidence/${unused.revisionId}`, opens: owners, refusal: notFound },
    { path: () => '/evidence/nonsense', opens: nobody, refusal: notFound },
  ],
  '/buyer/shortlist/download': [{ path: () => '/buyer/shortlist/download', opens: ['buyer'], refusal: notFound }],
  '/products/download': [{ path: () => '/products/download?q=Larkrise', opens: everybody, refusal: notFound }],
  // It takes posts alone; `every-form.spec.ts` sends them.
  '/supplier/evidence/upload': [{ path: () => '/supplier/evidence/upload', opens: nobody, refusal: () => 405 }],
}
