import { NextResponse, type NextRequest } from 'next/server'
import { env } from '@/lib/platform/env'

/**
 * The policy for everything a page may load: our own files, and the scripts that carry this request's nonce.
 * It hardens the browser; it is never the lock. Every query and command authorises by itself.
 */
function contentSecurityPolicy(nonce: string): string {
  const { isDevelopment, OIDC_ISSUER } = env()
  // React's development build needs eval for its error overlays and writes styles into pages; the program in service does neither.
  const scripts = isDevelopment ? " 'unsafe-eval'" : ''
  const styles = isDevelopment ? " 'unsafe-inline'" : ''
  // Browsers hold a form's redirects to this list too, and signing in with the provider is one.
  const provider = OIDC_ISSUER ? ` ${new URL(OIDC_ISSUER).origin}` : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self'${provider}`,
  ].join('; ')
}

export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/((?!_next/static|favicon.svg|api/|evidence/|supplier/evidence/upload).*)'] }
