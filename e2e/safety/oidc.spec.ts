import { randomUUID } from 'node:crypto'
import { count } from '../support/database'
import { startProvider } from '../support/oidc-provider'
import { newcomer } from '../support/people'
import { expect, test } from '../support/test'
import type { Page } from '@playwright/test'

test.describe.configure({ mode: 'serial' })

let stop: () => Promise<void>
test.beforeAll(async () => {
  stop = await startProvider()
})
test.afterAll(async () => stop())

async function signInWithProvider(page: Page, account: string): Promise<void> {
  await page.goto('/sign-in?next=/account')
  await page.getByRole('button', { name: /^Sign in with/ }).click()
  await page.getByPlaceholder('Enter any login').fill(account)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

const accountsOf = (email: string) => count('SELECT count(*) FROM account a JOIN person p ON p.id = a.person_id WHERE p.email = $1', [email])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a new person signs in with the provider', async ({ page }) => {
      const email = `${randomUUID()}@example.test`
      await signInWithProvider(page, email)
      await expect(page).toHaveURL('/account')
      await expect(page.getByRole('main')).toContainText(email)
      expect(await accountsOf(email)).toBe(1)
    })
  })
}

test('somebody who is known by the address stays the same person', async ({ page }) => {
  const { email, name } = await newcomer()
  await signInWithProvider(page, email)
  await expect(page.getByRole('main')).toContainText(name)
  expect(await count('SELECT count(*) FROM person WHERE email = $1', [email])).toBe(1)
})

test('an address that the provider has not checked signs nobody in', async ({ page }) => {
  const { email } = await newcomer()
  await signInWithProvider(page, `unchecked+${email}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are not signed in')
  await expect(page.getByRole('main')).toContainText('no email address that its provider has checked')
  expect(await accountsOf(email)).toBe(0)
})

test('an answer that belongs to no question of ours is refused', async ({ page }) => {
  await page.goto('/api/auth/callback/oidc?code=made-up&state=made-up')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are not signed in')
})
