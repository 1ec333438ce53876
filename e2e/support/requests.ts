import type { APIRequestContext, APIResponse } from '@playwright/test'
import { sessionCookie } from '@/lib/web/session-cookie'
import { sessionToken } from './people'
import type { Who, World } from './world'

const tokens = new Map<string, Promise<string>>()

/** What a browser of theirs sends: the cookie of one session for each person, for all the tests of a worker. */
export async function cookieOf(world: World, who: Who): Promise<Record<string, string>> {
  const person = world.people[who]
  if (!person) return {}
  const token = tokens.get(person.personId) ?? sessionToken(person.personId)
  tokens.set(person.personId, token)
  return { cookie: `${sessionCookie().name}=${await token}` }
}

/** Asks for an address as somebody, without going on to where it leads. */
export async function ask(request: APIRequestContext, world: World, who: Who, path: string, headers: Record<string, string> = {}): Promise<APIResponse> {
  return request.get(path, { headers: { ...(await cookieOf(world, who)), ...headers }, maxRedirects: 0 })
}

/** What a page says in its main part, without what the address and the session bring into the rest of it. */
export function mainOf(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
}
