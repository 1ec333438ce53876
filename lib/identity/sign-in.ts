import { createHash, randomBytes } from 'node:crypto'
import { recordEvent, systemActor } from '@/lib/audit/record-event'
import { now } from '@/lib/platform/clock'
import { inTransaction, reading } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { postMail, writeMail, type Message } from '@/lib/platform/mail'
import { countTry } from '@/lib/platform/rate-limit'

export const linkMinutes = 15
const linksAnHour = { tries: 6, windowMinutes: 60 }
const linksAnHourFromOneAddress = { tries: 60, windowMinutes: 60 }

/** The hash that next-auth looks a link up by: SHA-256 of the token and the program's secret. */
function linkHash(token: string): string {
  return createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex')
}

function linkMessage(email: string, token: string, next: string): Message {
  const address = new URL('/sign-in/confirm', env().NEXTAUTH_URL)
  address.search = new URLSearchParams({ token, email, next }).toString()
  return {
    recipient: email,
    subject: 'Sign in to Touchstone',
    body: `Use this link to sign in to Touchstone:\n\n${address}\n\nIt works once, within ${linkMinutes} minutes. If you did not ask for it, do nothing: nobody can sign in without it.\n`,
  }
}

/**
 * Sends a link that signs in once. Answers the same whether or not the address is known.
 * @param from the network address that asks, counted so that one sender cannot flood many people
 * @throws DomainError 'conflict' after too many links in an hour
 */
export async function requestSignInLink(email: string, next: string, from: string): Promise<void> {
  const token = randomBytes(32).toString('hex')
  const message = linkMessage(email, token, next)
  const mailId = await inTransaction(systemActor, async (tx) => {
    await countTry(tx, `sign-in:${email}`, linksAnHour)
    await countTry(tx, `sign-in-from:${from}`, linksAnHourFromOneAddress)
    await tx.signInLink.create({ data: { tokenHash: linkHash(token), email, expiresAt: new Date(now().getTime() + linkMinutes * 60_000) } })
    const written = await writeMail(tx, message)
    await recordEvent(tx, systemActor, { type: 'sign-in.requested', subjectKind: 'mail', subjectId: written })
    return written
  })
  if (await postMail(message)) {
    await inTransaction(systemActor, (tx) => tx.mail.update({ where: { id: mailId }, data: { sentAt: now() } }))
  }
}

/** Takes a link out of the table; the second of two clicks finds nothing. */
export async function takeSignInLink(tokenHash: string, email: string): Promise<{ email: string; expiresAt: Date } | null> {
  const taken = await inTransaction(systemActor, (tx) => tx.$queryRaw<{ email: string; expires_at: Date }[]>`
    DELETE FROM sign_in_link WHERE token_hash = ${tokenHash} AND email = ${email} RETURNING email, expires_at`)
  const link = taken[0]
  return link ? { email: link.email, expiresAt: link.expires_at } : null
}

export type KnownPerson = { id: string; name: string; email: string }

export async function personByEmail(email: string): Promise<KnownPerson | null> {
  return reading(systemActor, (tx) => tx.person.findUnique({ where: { email: email.toLowerCase() }, select: { id: true, name: true, email: true } }))
}

export async function personById(id: string): Promise<KnownPerson | null> {
  return reading(systemActor, (tx) => tx.person.findUnique({ where: { id }, select: { id: true, name: true, email: true } }))
}

/** Somebody signs in for the first time. Until they are told otherwise, they are called by what stands before the @. */
export async function createPerson(email: string, name: string | null): Promise<KnownPerson> {
  return inTransaction(systemActor, async (tx) => {
    const data = { email: email.toLowerCase(), name: name?.trim() || email.split('@')[0] || email }
    const person = await tx.person.create({ data, select: { id: true, name: true, email: true } })
    await recordEvent(tx, systemActor, { type: 'person.created', subjectKind: 'person', subjectId: person.id })
    return person
  })
}

export async function personByAccount(provider: string, providerAccountId: string): Promise<KnownPerson | null> {
  const account = await reading(systemActor, (tx) => tx.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { person: { select: { id: true, name: true, email: true } } },
  }))
  return account?.person ?? null
}

export async function linkAccount(personId: string, provider: string, providerAccountId: string): Promise<void> {
  await inTransaction(systemActor, async (tx) => {
    await tx.account.create({ data: { personId, provider, providerAccountId } })
    await recordEvent(tx, systemActor, { type: 'account.linked', subjectKind: 'person', subjectId: personId, detail: { provider } })
  })
}
