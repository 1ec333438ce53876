import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, Role } from '@/lib/identity/actor'
import { actorOfToken, newSessionToken, sessionExpiry, startSession, switchMembership } from '@/lib/identity/session'
import { sessionCookie } from './session-cookie'

/** Who is signed in, or null. Read once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? actorOfToken(token) : null
})

/**
 * Whoever is signed in, in one of the roles when some are given. Nobody signed in goes to the sign-in page;
 * a wrong role gets the answer of a page that does not exist.
 */
export async function requireActor(...roles: (Role | 'newcomer')[]): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (roles.length > 0 && !roles.includes(actor.role)) notFound()
  return actor
}

async function keepToken(token: string, expires: Date): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, token, { ...options, expires })
}

/** Signs a person in without asking for proof. Only the demonstration calls it. */
export async function signInAs(personId: string): Promise<void> {
  const token = newSessionToken()
  const expires = sessionExpiry()
  await startSession(personId, token, expires)
  await keepToken(token, expires)
}

/** Acts for another of one's organisations from the next request on, under a new token. */
export async function actThrough(actor: Actor, membershipId: string): Promise<void> {
  const token = newSessionToken()
  await switchMembership(actor, membershipId, token)
  await keepToken(token, sessionExpiry())
}
