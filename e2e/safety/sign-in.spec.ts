import { randomUUID } from 'node:crypto'
import { count, rows } from '../support/database'
import { askForLink } from '../support/mail'
import { member, newcomer, sessionToken, supplier } from '../support/people'
import { expect, problem, test } from '../support/test'

const sessionsOf = (email: string) => count('SELECT count(*) FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = $1', [email])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a link in a message signs a new person in, and back out', async ({ page }) => {
      const email = `${randomUUID()}@example.test`
      await askForLink(page, email, '/account')
      await page.goto('/outbox')
      const message = page.locator('section', { hasText: email })
      await message.getByRole('link', { name: /sign-in\/confirm/ }).click()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/account')
      await expect(page.getByRole('main')).toContainText(email)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL('/')
      expect(await sessionsOf(email)).toBe(0)
      await page.goto('/account')
      await expect(page).toHaveURL(/\/sign-in/)
    })

    test('an address that is none is refused and stays in the box', async ({ page }) => {
      await page.goto('/sign-in')
      await page.getByLabel('Email address').fill('not an address')
      await page.getByRole('button', { name: 'Send me a link' }).click()
      await expect(problem(page)).toContainText('Enter an email address in the correct format')
      await expect(page.getByLabel('Email address')).toHaveValue('not an address')
    })

    test('the demonstration signs in as anybody on its list', async ({ page }) => {
      const { name, email } = await member('registrar')
      await page.goto('/sign-in/people')
      await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click()
      await expect(page).toHaveURL('/account')
      await expect(page.getByRole('main')).toContainText(email)
    })

    test('a person who acts for two organisations switches, and the old cookie is worth nothing', async ({ page, context, asSupplier, request }) => {
      const second = await supplier()
      await rows('INSERT INTO membership (person_id, body_id, body_kind, role) VALUES ($1, $2, \'supplier\', \'supplier_editor\')', [asSupplier.personId, second.bodyId])
      const [before] = await context.cookies()
      await page.goto('/account')
      await expect(page.getByRole('main')).toContainText('Supplier administrator')
      await page.getByRole('button', { name: `Act for ${second.bodyName}` }).click()
      await expect(page.getByRole('main')).toContainText('Supplier editor')
      const old = await request.get('/account', { headers: { cookie: `${before?.name}=${before?.value}` }, maxRedirects: 0 })
      expect(old.headers()['location']).toContain('/sign-in')
    })
  })
}

test('two clicks on one link give one session', async ({ page, openedAs }) => {
  const { email } = await newcomer()
  const link = await askForLink(page, email)
  const other = await openedAs(null)
  for (const opened of [page, other]) await opened.goto(link)
  await Promise.all([page, other].map((opened) => opened.getByRole('button', { name: 'Sign in' }).click()))
  await Promise.all([page, other].map((opened) => opened.waitForURL((url) => !url.pathname.startsWith('/sign-in/confirm'))))
  expect(await sessionsOf(email)).toBe(1)
  const refused = page.url().includes('/sign-in/problem') ? page : other
  await expect(refused.getByRole('main')).toContainText('The link has been used already')
})

test('a link that is too old signs nobody in', async ({ page }) => {
  const { email } = await newcomer()
  const link = await askForLink(page, email)
  await rows(`UPDATE sign_in_link SET expires_at = now() - interval '1 second' WHERE email = $1`, [email])
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are not signed in')
  expect(await sessionsOf(email)).toBe(0)
})

test('a link does not lead away from the register', async ({ page }) => {
  const { email } = await newcomer()
  const link = await askForLink(page, email, '//evil.example/')
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/')
  expect(await sessionsOf(email)).toBe(1)
})

test('a session ends with the membership it acts through, at the next request', async ({ page, asRegistrar, openedAs }) => {
  const lead = await member('lead_assessor')
  const theirs = await openedAs(lead)
  await theirs.goto('/account')
  await expect(theirs.getByRole('main')).toContainText('Lead assessor')
  await page.goto(`/admin/organisations/${lead.bodyId}`)
  await page.getByRole('button', { name: `Remove ${lead.name}` }).click()
  await expect(page.getByText('Nobody acts for this organisation yet')).toBeVisible()
  await theirs.reload()
  await expect(theirs).toHaveURL(/\/sign-in/)
  expect(asRegistrar.role).toBe('registrar')
})

test('the cookie that signs in cannot be read by scripts, and a reader of the register gets none', async ({ page, context, openedAs }) => {
  const reader = await openedAs(null)
  await reader.goto('/products')
  expect(await reader.context().cookies()).toEqual([])
  const { personId } = await newcomer()
  const token = await sessionToken(personId)
  expect(token).toHaveLength(64)
  await page.goto('/sign-in/people')
  await page.getByRole('button', { name: /^Sign in as/ }).first().click()
  await expect(page).toHaveURL('/account')
  const cookie = (await context.cookies()).find(({ name }) => name.includes('session'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})
