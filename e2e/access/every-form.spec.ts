import type { APIRequestContext, Page } from '@playwright/test'
import { count } from '../support/database'
import { formsOf, send, type Form } from '../support/forms'
import { everybody, pages } from '../support/pages'
import { signIn } from '../support/people'
import { cookieOf } from '../support/requests'
import { expect, test } from '../support/test'
import type { Who, World } from '../support/world'

test.use({ javaScriptEnabled: false })

const elsewhere: { from: string; headers: Record<string, string> }[] = [
  { from: 'another site', headers: { origin: 'https://evil.example' } },
  { from: 'another site that names itself as the host', headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' } },
  { from: 'a page that hides where it is', headers: { origin: 'null' } },
  { from: 'another site, by what the browser says of it', headers: { 'sec-fetch-site': 'cross-site' } },
]

async function changesBy(world: World, who: Who): Promise<number> {
  const person = world.people[who]
  return person ? count(`SELECT count(*) FROM audit_event WHERE person_id = $1 AND type NOT LIKE 'session.%'`, [person.personId]) : 0
}

/** The forms as their page gives them to whoever may send them. */
async function formsFor(page: Page, world: World, who: Who, path: string): Promise<Form[]> {
  const person = world.people[who]
  if (person) await signIn(page.context(), person)
  await page.goto(path)
  return formsOf(page)
}

async function expectRefusedFromElsewhere(request: APIRequestContext, world: World, who: Who, forms: Form[]): Promise<void> {
  const before = await changesBy(world, who)
  const cookie = await cookieOf(world, who)
  for (const form of forms) {
    for (const { from, headers } of elsewhere) {
      const answer = await send(request, form, { ...cookie, ...headers })
      expect(answer.headers()['location'], `where a form from ${from} leads`).toBeUndefined()
    }
  }
  expect(await changesBy(world, who), 'changes by forms from elsewhere').toBe(before)
}

async function expectRefusedFrom(request: APIRequestContext, world: World, who: Who, forms: Form[]): Promise<void> {
  const before = await changesBy(world, who)
  for (const form of forms) {
    const answer = await send(request, form, await cookieOf(world, who))
    expect([200, 303, 307, 404], `the answer to ${who}`).toContain(answer.status())
    expect(await answer.text(), `what ${who} is told`).not.toContain(world.waiting.name)
  }
  expect(await changesBy(world, who), `changes by ${who}`).toBe(before)
}

const notForEverybody = Object.entries(pages).filter(([, { opens }]) => opens !== everybody)

for (const [route, { path, opens }] of notForEverybody) {
  test(`the forms of ${route} are taken from its own page alone, and from nobody who has not got it`, async ({ page, request, world }) => {
    const owner = opens[0] ?? 'anonymous'
    const forms = await formsFor(page, world, owner, path(world))
    await expectRefusedFromElsewhere(request, world, owner, forms)
    for (const who of everybody.filter((one) => !opens.includes(one))) await expectRefusedFrom(request, world, who, forms)
  })
}
