import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { baseUrl } from './people'

/** An account that starts with this has an address that nobody has checked. */
const unchecked = 'unchecked+'

/**
 * A real OpenID Connect provider at the address that the program was started with. Its own pages take any name and password;
 * the name is the e-mail address.
 * @returns what stops it
 */
export async function startProvider(): Promise<() => Promise<void>> {
  const issuer = process.env.OIDC_ISSUER ?? ''
  const provider = new Provider(issuer, {
    clients: [{
      client_id: process.env.OIDC_CLIENT_ID ?? '',
      client_secret: process.env.OIDC_CLIENT_SECRET,
      redirect_uris: [`${baseUrl}/api/auth/callback/oidc`],
    }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // next-auth reads who it is from the identity token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: accountId.replace(unchecked, ''), email_verified: !accountId.startsWith(unchecked), name: 'Olga Provider' }),
    }),
  })
  const answer = provider.callback()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), '127.0.0.1', resolve))
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
