import { z } from 'zod'
import { isSlug } from '@/lib/catalogue/search'

const note = z.string().transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim()).pipe(z.string().max(2000, 'Note must be 2,000 characters or fewer'))

/** How many products one form may add. */
export const mostAdded = 20

export const addForm = z.object({
  formKey: z.uuid(),
  product: z.array(z.string().refine(isSlug, 'Select products from the list'), 'Select at least one product').min(1, 'Select at least one product').max(mostAdded, `Select at most ${mostAdded} products at once`),
  note: note.default(''),
})

export const noteForm = z.object({ itemId: z.uuid(), version: z.coerce.number().int().min(1), note })

export const removeForm = z.object({ itemId: z.uuid(), version: z.coerce.number().int().min(1) })

const shortlistSorts = ['newest', 'name'] as const

/** What the address of the shortlist may hold. A value that is not understood counts as not given. */
export const shortlistView = z.object({ sort: z.enum(shortlistSorts).catch('newest'), page: z.coerce.number().int().min(1).max(10_000).catch(1) })

export type AddForm = z.output<typeof addForm>
export type NoteForm = z.output<typeof noteForm>
export type RemoveForm = z.output<typeof removeForm>
export type ShortlistView = z.output<typeof shortlistView>
