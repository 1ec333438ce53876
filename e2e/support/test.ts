import { test as base, expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import type { Actor, Member, Newcomer } from '@/lib/identity/actor'
import { baseUrl, buyer, member, newcomer, signIn, supplier } from './people'
import { makeWorld, type World } from './world'

type Fixtures = {
  /** Each of these signs the test's own `page` in, as somebody whom no other test knows. */
  asNewcomer: Newcomer
  asSupplier: Member
  asAssessor: Member
  asLeadAssessor: Member
  asBuyer: Member
  asRegistrar: Member
  /** A further browser, signed in as somebody, or as nobody. It is closed after the test. */
  openedAs: (who: Pick<Actor, 'personId'> | null) => Promise<Page>
  /** Fails a test in which a page of ours broke its security policy, threw, or wrote an error to the console. */
  faults: string[]
}

type SharedFixtures = { world: World }

async function signedIn<T extends Pick<Actor, 'personId'>>(context: BrowserContext, who: Promise<T>): Promise<T> {
  const person = await who
  await signIn(context, person)
  return person
}

/** A page that a test asks for in order to be refused is no fault; anything else of ours that does not load is. The browser asks for favicon.ico by itself. */
function watch(context: BrowserContext, faults: string[]): void {
  const asked = new Set<string>()
  const add = (page: Page | null, what: string) => {
    if (page?.url().startsWith(baseUrl)) faults.push(`${page.url()}: ${what}`)
  }
  context.on('request', (request) => {
    if (request.isNavigationRequest()) asked.add(request.url())
  })
  context.on('weberror', (error) => add(error.page(), error.error().message))
  context.on('console', (message) => {
    const { url } = message.location()
    const isRefusal = message.text().startsWith('Failed to load resource') && (asked.has(url) || url.endsWith('/favicon.ico'))
    if (message.type() === 'error' && !isRefusal) add(message.page(), `${message.text()} (${url})`)
  })
}

export const test = base.extend<Fixtures, SharedFixtures>({
  asNewcomer: async ({ context }, use) => use(await signedIn(context, newcomer())),
  asSupplier: async ({ context }, use) => use(await signedIn(context, supplier())),
  asAssessor: async ({ context }, use) => use(await signedIn(context, member('assessor'))),
  asLeadAssessor: async ({ context }, use) => use(await signedIn(context, member('lead_assessor'))),
  asBuyer: async ({ context }, use) => use(await signedIn(context, buyer())),
  asRegistrar: async ({ context }, use) => use(await signedIn(context, member('registrar'))),

  openedAs: async ({ browser, faults, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who) => {
      const context = await browser.newContext({ javaScriptEnabled })
      contexts.push(context)
      watch(context, faults)
      if (who) await signIn(context, who)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },

  faults: [async ({ context }, use) => {
    const faults: string[] = []
    watch(context, faults)
    await use(faults)
    expect(faults, 'faults in the console').toEqual([])
  }, { auto: true }],

  world: [async ({}, use) => use(await makeWorld()), { scope: 'worker' }],
})

/** The list of what is wrong, above a form. */
export function problem(page: Page): Locator {
  return page.getByRole('alert', { name: 'There is a problem' })
}

export { expect }
