import { KeptHidden } from '@/components/assessment/kept-hidden'
import type { FormState } from '@/lib/web/form-state'

export type AboutSubmission = { assessmentId: string; submissionId: string; standardVersionId: string }

/** What every form of the workbench is about: one standard of the submission that the page showed. */
export function AboutFields({ about, state }: { about: AboutSubmission; state: FormState }) {
  return Object.entries(about).map(([name, value]) => <KeptHidden key={name} name={name} value={value} state={state} />)
}
