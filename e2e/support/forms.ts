import type { APIRequestContext, APIResponse, Page } from '@playwright/test'
import { baseUrl } from './people'

/** A form as a browser without scripts would send it: where to, and each field with what is in it. */
export type Form = { address: string; fields: [string, string][] }

/** Every form of a page that changes something. The page is open in a browser without scripts, so React's own fields are in them. */
export async function formsOf(page: Page): Promise<Form[]> {
  return page.locator('form[method="post" i]').evaluateAll((forms) => (
    (forms as HTMLFormElement[]).map((form) => ({
      address: form.getAttribute('action') ? form.action : location.href,
      fields: [...new FormData(form)].map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : '']),
    }))
  ))
}

export async function send(request: APIRequestContext, { address, fields }: Form, headers: Record<string, string> = {}): Promise<APIResponse> {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return request.post(address, { multipart: data, headers: { origin: baseUrl, ...headers }, maxRedirects: 0 })
}

/** The form with some of its fields filled in. */
export function filled({ address, fields }: Form, values: Record<string, string>): Form {
  return { address, fields: [...fields.filter(([name]) => !(name in values)), ...Object.entries(values)] }
}
