import { NextResponse, type NextRequest } from 'next/server'

/**
 * The policy for everything a page may load: our own files, and the scripts that carry this request's nonce.
 * It hardens the browser; it is never the lock. Every query and command authorises by itself.
 */
function contentSecurityPolicy(nonce: string): string {
  // React's development build needs eval for its error overlays; the program in service does not.
  const evalInDevelopment = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  const styles = process.env.NODE_ENV === 'development' ? "'self' 'unsafe-inline'" : "'self'"
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalInDevelopment}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
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

export const config = { matcher: ['/((?!_next/static|favicon.svg|api/|evidence/).*)'] }
