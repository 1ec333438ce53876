import { z } from 'zod'
import { organisationKinds } from './directory'

const organisationSorts = ['name', 'code', 'opened', 'closed'] as const

/** What the address of the organisations list may hold. A value that is not understood is dropped, as if it had not been given. */
export const organisationSearch = z.object({
  q: z.string().transform((text) => text.replaceAll('\u0000', '').trim().slice(0, 100)).catch(''),
  kind: z.enum(organisationKinds).optional().catch(undefined),
  open: z.enum(['yes', 'no']).optional().catch(undefined),
  sort: z.enum(organisationSorts).catch('name'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type OrganisationSearch = z.infer<typeof organisationSearch>
