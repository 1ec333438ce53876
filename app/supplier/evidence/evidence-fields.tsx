import { DayField } from '@/components/nhsuk/day-field'
import { ErrorSummary } from '@/components/nhsuk/error-summary'
import { RadiosField } from '@/components/nhsuk/choice-fields'
import { FileField, Hidden, TextField } from '@/components/nhsuk/fields'
import { acceptedEndings, visibilities, visibilityNames } from '@/lib/evidence/evidence'
import type { FormState } from '@/lib/web/form-state'

const visibilityHints = {
  assessors: 'Buyers and the public see its name, not what is in it',
  buyers: 'Once the product is listed, people who buy for the NHS can open it too',
  public: 'Once the product is listed, anybody can open it',
}

export const visibilityOptions = visibilities.map((value) => ({ value, label: visibilityNames[value], hint: visibilityHints[value] }))

/** When it was collected, until when it holds, and the thing itself. The file comes last: the fields before it are read first. */
function ContentFields({ state }: { state: FormState }) {
  return (
    <>
      <DayField name="collectedOn" legend="Day it was collected" hint="The day on the document, or the day of the test. For example 27 3 2026" state={state} />
      <DayField name="expiresOn" legend="Last day it holds (optional)" hint="For example the day a certificate ends" state={state} />
      <TextField name="url" label="Web address" hint="If the evidence is a page on the web. The register keeps the address, not the page: a file is stronger evidence." type="url" state={state} />
      <FileField name="file" label="Or a file" hint="PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV, JSON, XML or plain text, up to 50 MB" state={state} accept={acceptedEndings} />
    </>
  )
}

type Props = { state: FormState; formKey: string; itemId?: string; returnTo?: string | undefined; releaseId?: string | undefined; criterionId?: string | undefined; submit: string }

/** A plain form to the upload: it works without JavaScript, and sending it twice counts once. */
export function EvidenceForm({ state, formKey, itemId, submit, ...onwards }: Props) {
  return (
    <form action="/supplier/evidence/upload" method="post" encType="multipart/form-data" noValidate>
      <ErrorSummary state={state} />
      <Hidden name="formKey" value={formKey} />
      {Object.entries(onwards).map(([name, value]) => (value ? <Hidden key={name} name={name} value={value} /> : null))}
      {itemId === undefined ? (
        <>
          <TextField name="itemName" label="Name" hint="What it is, as an assessor would call it: Penetration test report 2026" state={state} autoComplete="off" />
          <RadiosField name="visibility" legend="Who may open it?" state={state} options={visibilityOptions} />
        </>
      ) : <Hidden name="itemId" value={itemId} />}
      <ContentFields state={state} />
      <button className="nhsuk-button" type="submit">{submit}</button>
    </form>
  )
}
