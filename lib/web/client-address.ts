/** The network address a request is counted under: the last hop that our own proxy wrote, or 'unknown' without one. */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
