/** Why the register refused. Each has its own answer to the user; nothing else is a refusal. */
export type DomainErrorKind = 'not-found' | 'forbidden' | 'conflict' | 'invalid'

/** A refusal that a person can understand. The message is shown to the user as it is. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly kind: DomainErrorKind,
    message: string,
    /** The form field the message belongs beside, when there is one. */
    readonly field?: string,
  ) {
    super(message)
  }
}

/** For a form that was opened before somebody else changed the same thing. */
export function changedMeanwhile(): DomainError {
  return new DomainError('conflict', 'Somebody changed this after you opened it. Nothing of yours was saved over it. Open the page again to see the change, then make yours.')
}
