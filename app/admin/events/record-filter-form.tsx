import Link from 'next/link'
import { SelectField, TextField } from '@/components/nhsuk/fields'
import { emptyForm } from '@/lib/web/form-state'

type Props = { filter: { type: string; subject: string; from: string; until: string }; types: readonly string[] }

/** A plain GET form: the filter is in the address. */
export function RecordFilterForm({ filter, types }: Props) {
  return (
    <form key={JSON.stringify(filter)} method="get" className="touchstone-filters" role="search" aria-label="Filter the record">
      <SelectField name="type" label="What happened" state={emptyForm} initial={filter.type} options={[{ value: '', label: 'Anything' }, ...types.map((type) => ({ value: type, label: type }))]} />
      <TextField name="subject" label="Identifier of a subject or product" state={emptyForm} initial={filter.subject} />
      <TextField name="from" label="From" hint="Like 2026-03-31" state={emptyForm} initial={filter.from} width={10} />
      <TextField name="until" label="Until and including" hint="Like 2026-03-31" state={emptyForm} initial={filter.until} width={10} />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">Filter</button>{' '}
      <Link href="/admin/events">Clear the filter</Link>
    </form>
  )
}
