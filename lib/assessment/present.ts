/**
 * What is there by the way it was put together.
 * @throws Error when it is not, which is a fault of ours and no refusal
 */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('A value that was put together here is missing')
  return value
}
