import type { FormState } from './form-state'

const partNames = /^(.+)-(day|month|year)$/

/** '2026-03-01' from three boxes; '' when all are empty; what was typed, joined, when it is no date, so that the schema can refuse it. */
function joinDay(day: string, month: string, year: string): string {
  if (day === '' && month === '' && year === '') return ''
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function text(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : ''
}

/**
 * The fields of a post: 'name[]' becomes the list `name`, and 'x-day', 'x-month' and 'x-year' become the one day `x` besides.
 * React's own fields (starting with '$') and files are left out.
 */
export function readFields(data: FormData): FormState['values'] {
  const values: FormState['values'] = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$')) continue
    if (name.endsWith('[]')) {
      values[name.slice(0, -2)] = data.getAll(name).filter((value) => typeof value === 'string')
      continue
    }
    values[name] = text(data, name)
    const day = partNames.exec(name)?.[1]
    if (day) values[day] = joinDay(text(data, `${day}-day`).trim(), text(data, `${day}-month`).trim(), text(data, `${day}-year`).trim())
  }
  return values
}
