import { z } from 'zod'
import { dayField, optionalDayField } from '@/lib/platform/day-field'
import { visibilities } from './evidence'

const itemName = z.string().trim().min(1, 'Enter a name for the evidence').max(150, 'Name must be 150 characters or fewer')
const visibility = z.enum(visibilities, 'Select who may open it')

const days = {
  collectedOn: dayField('the day the evidence was collected'),
  expiresOn: optionalDayField('the last day the evidence holds'),
}

const inOrder = ({ collectedOn, expiresOn }: { collectedOn: string; expiresOn: string | null }) => expiresOn === null || expiresOn >= collectedOn
const outOfOrder = { path: ['expiresOn'], message: 'The last day it holds must be after the day it was collected' }

const url = z.string().trim().min(1, 'Enter the web address').max(2000, 'Web address must be 2,000 characters or fewer')
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === '', 'Enter a full web address, starting with https://')

const formKey = z.uuid()

/** What is said of a new item, whether it comes as a file or as a link. */
export const evidenceForm = z.object({ formKey, itemName, visibility, ...days }).refine(inOrder, outOfOrder)
export type EvidenceForm = z.output<typeof evidenceForm>

export const linkForm = z.object({ formKey, itemName, visibility, url, ...days }).refine(inOrder, outOfOrder)
export type LinkForm = z.output<typeof linkForm>

/** What is said of a newer document under an item that is there. */
export const revisionForm = z.object({ formKey, itemId: z.uuid(), ...days }).refine(inOrder, outOfOrder)
export type RevisionForm = z.output<typeof revisionForm>

export const linkRevisionForm = z.object({ formKey, itemId: z.uuid(), url, ...days }).refine(inOrder, outOfOrder)
export type LinkRevisionForm = z.output<typeof linkRevisionForm>

export const visibilityForm = z.object({ itemId: z.uuid(), version: z.coerce.number().int().min(1), visibility })
export type VisibilityForm = z.output<typeof visibilityForm>

export const evidenceSorts = ['newest', 'name', 'expires'] as const

/** What the address of the evidence list may hold. A value that is not understood is dropped. */
export const evidenceList = z.object({ sort: z.enum(evidenceSorts).catch('newest'), page: z.coerce.number().int().min(1).max(10_000).catch(1) })
export type EvidenceList = z.output<typeof evidenceList>
