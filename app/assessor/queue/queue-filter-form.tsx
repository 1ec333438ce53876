import Link from 'next/link'
import { SelectField, TextField } from '@/components/nhsuk/fields'
import type { QueueSearch } from '@/lib/assessment/schema'
import { emptyForm } from '@/lib/web/form-state'

const states: { value: QueueSearch['status']; label: string }[] = [
  { value: 'waiting', label: 'With the assessors' },
  { value: 'unassigned', label: 'Taken by nobody' },
  { value: 'mine', label: 'Taken by me' },
  { value: 'changes_requested', label: 'Back with the supplier' },
  { value: 'decided', label: 'Decided' },
  { value: 'withdrawn', label: 'Withdrawn' },
]

const orders: { value: QueueSearch['sort']; label: string }[] = [
  { value: 'oldest', label: 'Longest waiting first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'product', label: 'Product' },
  { value: 'supplier', label: 'Supplier' },
]

/** A plain GET form: the filter is in the address. */
export function QueueFilterForm({ search }: { search: QueueSearch }) {
  return (
    <form key={JSON.stringify(search)} method="get" className="touchstone-filters gap-x-6 sm:flex sm:flex-wrap sm:items-end" role="search" aria-label="Filter the queue">
      <SelectField name="status" label="State" state={emptyForm} initial={search.status} options={states} />
      <TextField name="q" label="Product or supplier" state={emptyForm} initial={search.q} width={20} />
      <SelectField name="sort" label="Order" state={emptyForm} initial={search.sort} options={orders} />
      <div className="nhsuk-form-group">
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="submit">Show</button>{' '}
        <Link className="inline-block py-2" href="/assessor/queue">Clear<span className="nhsuk-u-visually-hidden"> the filter</span></Link>
      </div>
    </form>
  )
}
