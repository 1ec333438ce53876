import { DomainError, type DomainErrorKind } from './domain-error'

type Refusal = { kind: DomainErrorKind; message: string; field?: string }

const taken = (message: string, field?: string): Refusal => ({ kind: 'conflict', message, ...(field ? { field } : {}) })
const forbidden = (message: string): Refusal => ({ kind: 'forbidden', message })

/** What the database refuses, in words for the user. A constraint that is not here is a fault of the program, not of the user. */
const refusals: Record<string, Refusal> = {
  a_person_has_an_email_of_their_own: taken('Somebody already has this email address', 'email'),
  a_person_has_one_role_in_a_body: taken('This person is already a member of the organisation', 'email'),
  nobody_grants_themselves_a_role: forbidden('You cannot give yourself a role'),
  nobody_both_grants_and_judges: forbidden('One person cannot be both a registrar and an assessor'),
  a_company_is_registered_once: taken('A supplier with this company number is already registered. Ask one of its administrators to invite you', 'companiesHouseNumber'),
  a_supplier_name_is_taken_once: taken('A supplier with this name is already registered. Ask one of its administrators to invite you', 'name'),
  a_supplier_has_a_slug_of_its_own: taken('A supplier with a very similar name is already registered', 'name'),
  a_supplier_has_one_product_of_a_name: taken('You already have a product with this name', 'name'),
  a_product_has_one_release_of_a_name: taken('This product already has a release with this name', 'label'),
  a_release_answers_a_criterion_once: taken('Somebody in your organisation answered this at the same time. Open the page again to see their answer'),
  a_release_is_assessed_once_at_a_time: taken('This release has already been submitted'),
  a_round_is_submitted_once: taken('This round has already been submitted'),
  a_release_holds_still_while_it_is_judged: taken('This release is with the assessors and cannot be changed until they answer'),
  only_what_was_asked_is_changed: taken('The assessor asked for no change in this standard, so its answers stay as they are'),
  nothing_decided_is_withdrawn: taken('An assessor has already decided on this submission, so it can no longer be withdrawn'),
  an_assessment_moves_forward: taken('This assessment has moved on since you opened it. Open the page again'),
  only_the_current_submission_is_judged: taken('The supplier has changed or withdrawn this submission since you opened it. Open the queue again'),
  only_an_assessor_judges: forbidden('Only an assessor can do this'),
  nobody_judges_their_own_organisation: forbidden('You belong to the supplier, so you cannot judge its product'),
  nobody_judges_before_declaring: forbidden('Declare that you have no conflict of interest first'),
  a_person_declares_once: taken('You have already made your declaration for this assessment'),
  the_decider_declared_no_conflict: forbidden('Declare that you have no conflict of interest first'),
  the_lister_declared_no_conflict: forbidden('Declare that you have no conflict of interest first'),
  nobody_decides_with_a_conflict: forbidden('You declared a conflict of interest, so you cannot decide'),
  nobody_lists_with_a_conflict: forbidden('You declared a conflict of interest, so you cannot decide'),
  nobody_decides_their_own_recommendation: forbidden('You recommended on this standard, so a different person must decide it'),
  nobody_decides_their_own_submission: forbidden('You sent this submission, so a different person must judge it'),
  nobody_lists_their_own_submission: forbidden('You sent this submission, so a different person must judge it'),
  nobody_lists_what_they_recommended: forbidden('You recommended on this submission, so a different person must decide the listing'),
  a_decision_is_on_what_was_submitted: taken('The submission is not the one you opened. Open it again'),
  a_listing_is_decided_on_what_was_submitted: taken('The submission is not the one you opened. Open it again'),
  a_decision_follows_its_recommendation: taken('The recommendation has changed since you opened it. Open the page again'),
  a_standard_is_decided_once_a_round: taken('Somebody else decided this standard first. Open the page again to see their decision'),
  a_listing_is_decided_once_a_round: taken('Somebody else decided this listing first. Open the page again to see their decision'),
  a_standard_is_met_by_a_finding: { kind: 'invalid', message: 'No criterion of this standard has been found to be met' },
  a_standard_is_met_in_every_must: { kind: 'invalid', message: 'A criterion that must be met has been found not met, so the standard cannot be met' },
  a_decision_is_dated_today: taken('The day changed while you had this page open. Send the form again'),
  every_standard_is_decided_before_the_listing: { kind: 'invalid', message: 'Decide every standard before you decide the listing' },
  a_decided_finding_stays: taken('This standard is already decided, so its findings can no longer change'),
  a_decided_recommendation_stays: taken('This standard is already decided, so its recommendation can no longer change'),
  changes_are_asked_before_deciding: taken('A standard of this submission is already decided, so changes can no longer be asked for'),
  a_record_is_of_the_past: { kind: 'invalid', message: 'The day must be today or in the past', field: 'occurredOn' },
  a_product_is_shortlisted_once: taken('This product is already on your shortlist'),
  evidence_is_collected_before_it_is_received: { kind: 'invalid', message: 'The day it was collected must be today or in the past', field: 'collectedOn' },
  evidence_expires_after_it_is_collected: { kind: 'invalid', message: 'The last day it holds must be after the day it was collected', field: 'expiresOn' },
}

type DriverCause = { originalCode?: string; originalMessage?: string }

function causeOf(error: unknown): DriverCause | null {
  if (!(error instanceof Error) || !('meta' in error)) return null
  const meta = error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined
  return meta?.driverAdapterError?.cause ?? null
}

/** The name of the constraint that stopped a statement, or null when it was something else. Never log the error's text: it holds row values. */
function constraintOf(error: unknown): string | null {
  return /constraint "([^"]+)"/.exec(causeOf(error)?.originalMessage ?? '')?.[1] ?? null
}

/** The refusal a user can understand, when the database refused for a reason we know; otherwise the error itself. */
export function asRefusal(error: unknown): unknown {
  const name = constraintOf(error)
  const refusal = name === null ? undefined : refusals[name]
  return refusal ? new DomainError(refusal.kind, refusal.message, refusal.field) : error
}
