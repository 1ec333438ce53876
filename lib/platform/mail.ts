import { createTransport } from 'nodemailer'
import type { Tx } from './db'
import { env } from './env'
import { logError } from './log'

export type Message = { recipient: string; subject: string; body: string }

/** Puts a message in the outbox, in the transaction of whatever it tells of: no change, no mail. Call `postMail` after the commit. */
export async function writeMail(tx: Tx, message: Message): Promise<string> {
  const { id } = await tx.mail.create({ data: message, select: { id: true } })
  return id
}

/** Sends a written message when a mail server is configured. A failure is logged and leaves the message unsent in the outbox. */
export async function postMail(message: Message): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) return false
  try {
    await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, to: message.recipient, subject: message.subject, text: message.body })
    return true
  } catch (error) {
    logError('a message could not be sent', { reason: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
