import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { linkMinutes, requestSignInLink } from '@/lib/identity/sign-in'
import { env } from '@/lib/platform/env'
import { identityAdapter } from './auth-adapter'
import { sessionCookie } from './session-cookie'

type OidcProfile = { sub: string; email?: string; name?: string; email_verified?: boolean }

/** One OpenID Connect provider by configuration: NHS CIS2, Entra, or any other that publishes its settings. */
function oidcProvider(): OAuthConfig<OidcProfile>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return []
  return [{
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    // An address that the provider has verified is the same person as before; `signIn` below refuses any other.
    allowDangerousEmailAccountLinking: true,
    profile: ({ sub, email, name }) => ({ id: sub, email: email?.toLowerCase() ?? '', name: name ?? null }),
  }]
}

export function isOidcConfigured(): boolean {
  return oidcProvider().length > 0
}

/** The settings of next-auth: sessions in the database, a link by e-mail, and one provider. Nothing else imports next-auth. */
function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET, isSecure } = env()
  const { name, options } = sessionCookie()
  return {
    adapter: identityAdapter,
    secret: NEXTAUTH_SECRET,
    useSecureCookies: isSecure,
    session: { strategy: 'database', maxAge: 12 * 3600, updateAge: 24 * 3600 },
    cookies: { sessionToken: { name, options } },
    pages: { signIn: '/sign-in', error: '/sign-in/problem', verifyRequest: '/sign-in/sent' },
    providers: [
      {
        id: 'email',
        type: 'email',
        name: 'Email',
        from: '',
        server: '',
        maxAge: linkMinutes * 60,
        options: {},
        sendVerificationRequest: ({ identifier }) => requestSignInLink(identifier, '/', 'next-auth'),
      },
      ...oidcProvider(),
    ],
    callbacks: {
      // Only an address that the provider vouches for may sign in as the person who has it.
      signIn: ({ account, profile }) => account?.provider !== 'oidc' || Boolean(profile?.email && (profile as OidcProfile).email_verified),
    },
  }
}

/** Answers everything under /api/auth: the provider's button and its way back, and the button of a link. */
export function answerAuth(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth(request, context, authOptions()) as Promise<Response>
}
