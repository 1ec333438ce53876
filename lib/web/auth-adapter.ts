import type { Adapter, AdapterAccount, AdapterSession, AdapterUser } from 'next-auth/adapters'
import { endSession, startSession } from '@/lib/identity/session'
import { createPerson, linkAccount, personByAccount, personByEmail, personById, takeSignInLink, type KnownPerson } from '@/lib/identity/sign-in'

function asUser(person: KnownPerson): AdapterUser
function asUser(person: KnownPerson | null): AdapterUser | null
function asUser(person: KnownPerson | null): AdapterUser | null {
  return person ? { ...person, emailVerified: null } : null
}

/** What next-auth asks of our tables. It never sees more than it needs: sessions are read by `actorOfToken`, links are written by `requestSignInLink`. */
export const identityAdapter: Adapter = {
  createUser: async ({ email, name }: Omit<AdapterUser, 'id'>) => asUser(await createPerson(email, name ?? null)),
  getUser: async (id) => asUser(await personById(id)),
  getUserByEmail: async (email) => asUser(await personByEmail(email)),
  getUserByAccount: async ({ provider, providerAccountId }) => asUser(await personByAccount(provider, providerAccountId)),
  updateUser: async (user) => {
    const person = await personById(user.id)
    if (!person) throw new Error('There is no such person')
    return asUser(person)
  },
  linkAccount: async ({ userId, provider, providerAccountId }: AdapterAccount) => linkAccount(userId, provider, providerAccountId),
  createSession: async (session: AdapterSession) => {
    await startSession(session.userId, session.sessionToken, session.expires)
    return session
  },
  // A sign-in always starts a new session: an old cookie is never carried over to it.
  getSessionAndUser: async () => null,
  updateSession: async () => null,
  deleteSession: async (token) => endSession(token),
  // next-auth's own link is never sent or kept: `sendVerificationRequest` writes and sends ours.
  createVerificationToken: async (link) => link,
  useVerificationToken: async ({ identifier, token }) => {
    const link = await takeSignInLink(token, identifier)
    return link ? { identifier: link.email, token, expires: link.expiresAt } : null
  },
}
