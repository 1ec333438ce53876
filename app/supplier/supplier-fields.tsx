import { TextAreaField, TextField } from '@/components/nhsuk/fields'
import type { FormState } from '@/lib/web/form-state'

export type SupplierValues = { name: string; companiesHouseNumber: string; address: string; website: string; contactEmail: string; description: string }

/** What a supplier says of itself, when it registers and later. */
export function SupplierFields({ state, initial }: { state: FormState; initial?: SupplierValues }) {
  return (
    <>
      <TextField name="name" label="Name of your organisation" hint="As it is registered, for example on the Companies House register" state={state} initial={initial?.name} autoComplete="organization" />
      <TextField name="companiesHouseNumber" label="Companies House number" hint="8 characters, like 01234567 or SC123456. Leave it empty if your organisation is not a company in the United Kingdom." state={state} initial={initial?.companiesHouseNumber} width={10} />
      <TextAreaField name="address" label="Address" state={state} initial={initial?.address} rows={4} />
      <TextField name="contactEmail" label="Email address for buyers" hint="The register shows it to everybody" type="email" state={state} initial={initial?.contactEmail} autoComplete="email" />
      <TextField name="website" label="Website (optional)" type="url" state={state} initial={initial?.website} />
      <TextAreaField name="description" label="What your organisation does (optional)" state={state} initial={initial?.description} rows={4} />
    </>
  )
}
