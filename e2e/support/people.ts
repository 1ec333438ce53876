import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { systemActor } from '@/lib/audit/record-event'
import type { Member, Newcomer, Role } from '@/lib/identity/actor'
import { enterBody, grantMembership, inviteColleague } from '@/lib/identity/commands'
import { newSessionToken, sessionExpiry, startSession } from '@/lib/identity/session'
import { reading } from '@/lib/platform/db'
import { sessionCookie } from '@/lib/web/session-cookie'
import { aMember, anEmail, aPerson, asMember, aSupplier } from '@/prisma/factories/people'

/** Words that no other test uses, so that each test meets only its own rows. */
export function unique(words: string): string {
  return `${words} ${randomUUID().slice(0, 8)}`
}

export const baseUrl = process.env.BASE_URL ?? 'http://localhost:3000'

export function newcomer(): Promise<Newcomer> {
  return aPerson({ name: unique('Nia Newcomer') })
}

/** The administrator of a new supplier. */
export function supplier(name = unique('Larkrise Health')): Promise<Member> {
  return aSupplier({ name, admin: unique('Sam Supplier') })
}

/** A colleague whom the administrator of a supplier has invited. */
export async function editorOf(admin: Member): Promise<Member> {
  const email = anEmail()
  await inviteColleague(admin, { email, name: unique('Eve Editor'), role: 'supplier_editor' })
  return asMember(email)
}

/** A trust of the directory. */
const buyingTrust = 'RJ1'

/** Two tests that begin at once may both enter the trust; then the second finds it entered. */
async function trust(registrar: Member): Promise<string> {
  const find = () => reading(systemActor, (tx) => tx.body.findUnique({ where: { odsCode: buyingTrust }, select: { id: true } }))
  const entered = (await find()) ?? (await enterBody(registrar, { kind: 'nhs', name: '', odsCode: buyingTrust }).catch(() => null))
  const body = typeof entered === 'string' ? { id: entered } : (entered ?? (await find()))
  if (!body) throw new Error('There is no trust to buy for')
  return body.id
}

export async function buyer(name = unique('Bea Buyer')): Promise<Member> {
  const registrar = await aMember('registrar')
  const email = anEmail()
  await grantMembership(registrar, { bodyId: await trust(registrar), email, name, role: 'buyer' })
  return asMember(email)
}

/** Somebody of an office, in a body of their own. */
export function member(role: Extract<Role, 'assessor' | 'lead_assessor' | 'standards_manager' | 'registrar'>, name = unique(`Robin ${role.replaceAll('_', ' ')}`)): Promise<Member> {
  return aMember(role, { name, bodyName: unique('Office') })
}

export async function sessionToken(personId: string): Promise<string> {
  const token = newSessionToken()
  await startSession(personId, token, sessionExpiry())
  return token
}

/** Signs a person in to a browser, as a sign-in does: by a session in the database and its cookie. */
export async function signIn(context: BrowserContext, { personId }: { personId: string }): Promise<void> {
  const { name, options } = sessionCookie()
  await context.addCookies([{ name, value: await sessionToken(personId), url: baseUrl, httpOnly: options.httpOnly, sameSite: 'Lax' }])
}
