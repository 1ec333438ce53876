import { env } from '@/lib/platform/env'

/** The one cookie, set by signing in. `__Host-` ties it to this host over https. */
export function sessionCookie() {
  const { isSecure } = env()
  return {
    name: isSecure ? '__Host-touchstone-session' : 'touchstone-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure },
  }
}
