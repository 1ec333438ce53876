import { z } from 'zod'

const email = z.string().trim().toLowerCase().pipe(z.email('Enter an email address in the correct format, like name@example.com'))

export const signInForm = z.object({ email, next: z.string().default('/') })

export const inviteForm = z.object({
  email,
  name: z.string().trim().min(1, 'Enter their full name').max(100, 'Name must be 100 characters or fewer'),
  role: z.enum(['supplier_editor', 'supplier_admin'], 'Select what they may do'),
})
export type InviteForm = z.output<typeof inviteForm>

export const grantForm = z.object({
  email,
  name: z.string().trim().min(1, 'Enter their full name').max(100, 'Name must be 100 characters or fewer'),
  bodyId: z.uuid('Select an organisation'),
  role: z.enum(['supplier_admin', 'assessor', 'lead_assessor', 'buyer', 'standards_manager', 'registrar'], 'Select a role'),
})
export type GrantForm = z.output<typeof grantForm>

export const bodyForm = z.object({
  kind: z.enum(['nhs', 'assessor'], 'Select what kind of organisation it is'),
  name: z.string().trim().max(200, 'Name must be 200 characters or fewer').default(''),
  odsCode: z.string().trim().toUpperCase().default(''),
}).refine((body) => body.kind !== 'nhs' || /^[0-9A-Z]{3,10}$/.test(body.odsCode), { path: ['odsCode'], message: 'Enter the ODS code of the NHS organisation, such as RJ1' })
  .refine((body) => body.kind !== 'assessor' || body.name !== '', { path: ['name'], message: 'Enter the name of the assessing body' })
export type BodyForm = z.output<typeof bodyForm>

export const membershipForm = z.object({ membershipId: z.uuid() })
export type MembershipForm = z.output<typeof membershipForm>
