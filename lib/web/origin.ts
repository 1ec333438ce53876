import { env } from '@/lib/platform/env'

/**
 * Whether a state-changing request comes from our own pages. Next lets a request without `Origin` through; this does not,
 * and never looks at `X-Forwarded-Host`, which a caller can write.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  return headers.get('origin') === new URL(env().NEXTAUTH_URL).origin
}
