/** What a form page knows after a post: the errors, and everything that was typed. */
export type FormState = {
  formError?: string
  fieldErrors: Record<string, string[]>
  values: Record<string, string | string[]>
  /** A sentence that says what was saved, when the page stays open. */
  saved?: string
}

export const emptyForm: FormState = { fieldErrors: {}, values: {} }
