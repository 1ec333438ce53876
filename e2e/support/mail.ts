import { expect, type Page } from '@playwright/test'
import { rows } from './database'

/** Asks for a link to sign in, and reads it in the message. */
export async function askForLink(page: Page, email: string, next = ''): Promise<string> {
  await page.goto(`/sign-in${next ? `?next=${next}` : ''}`)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  const [mail] = await rows<{ body: string }>('SELECT body FROM mail WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1', [email])
  return /https?:\S+/.exec(mail?.body ?? '')?.[0] ?? ''
}
