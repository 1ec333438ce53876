import type { APIRequestContext } from '@playwright/test'
import { ask, mainOf } from '../support/requests'
import { everybody, pages } from '../support/pages'
import { expect, test } from '../support/test'
import type { Who, World } from '../support/world'
import { handlers, moreAddresses } from './addresses'

type Answer = 'the page' | 'sign in first' | 'no such page' | `something else: ${string}`

/** What no answer to the wrong person may hold, in the page or in the data that React sends with it. */
const secretsOf = ({ draft, waiting, listed, unused }: World) => [draft.name, waiting.name, waiting.evidence.name, listed.evidence.name, unused.name]

const unknownPages = new Map<Who, Promise<string>>()

/** What somebody reads at an address that has never been one. */
async function unknownPage(request: APIRequestContext, world: World, who: Who): Promise<string> {
  const asked = unknownPages.get(who) ?? ask(request, world, who, '/no-such-page').then((response) => response.text()).then(mainOf)
  unknownPages.set(who, asked)
  return asked
}

async function answerTo(request: APIRequestContext, world: World, who: Who, path: string): Promise<{ answer: Answer; text: string }> {
  const response = await ask(request, world, who, path)
  const text = await response.text()
  const status = response.status()
  if (status === 200) return { answer: 'the page', text }
  if (status === 307 && response.headers()['location']?.startsWith('/sign-in')) return { answer: 'sign in first', text }
  const isUnknown = status === 404 && mainOf(text) === (await unknownPage(request, world, who))
  return { answer: isUnknown ? 'no such page' : `something else: ${status}`, text }
}

/** A browser that has a page of ours open asks for the data of the next one alone. */
async function dataFor(request: APIRequestContext, world: World, who: Who, path: string): Promise<string> {
  return (await ask(request, world, who, path, { RSC: '1' })).text()
}

function expectedFor(who: Who, opens: readonly Who[]): Answer {
  if (opens.includes(who)) return 'the page'
  return who === 'anonymous' && opens.length > 0 ? 'sign in first' : 'no such page'
}

const readers: readonly Who[] = ['anonymous', 'newcomer', 'otherSupplier', 'buyer']
const addresses = [...Object.entries(pages).map(([name, reach]) => ({ name, ...reach })), ...moreAddresses]

for (const { name, path, opens } of addresses) {
  const isOpen = opens === everybody
  test(`${name} opens to ${isOpen ? 'everybody' : opens.join(', ') || 'nobody'}`, async ({ request, world }) => {
    const address = path(world)
    const answers: Partial<Record<Who, Answer>> = {}
    const expected: Partial<Record<Who, Answer>> = {}
    for (const who of isOpen ? readers : everybody) {
      const { answer, text } = await answerTo(request, world, who, address)
      answers[who] = answer
      expected[who] = expectedFor(who, opens)
      if (opens.includes(who)) continue
      const told = `${text}${await dataFor(request, world, who, address)}`
      expect(secretsOf(world).filter((secret) => told.includes(secret)), `what ${who} is told`).toEqual([])
    }
    expect(answers).toEqual(expected)
  })
}

const withIdentifier = Object.entries(pages).filter(([name, { opens }]) => name.includes('[') && opens !== everybody)

for (const [name, { opens }] of withIdentifier) {
  test(`${name} is no page where its identifiers are made up`, async ({ request, world }) => {
    const [who] = opens
    for (const madeUp of ['nonsense', '5f0c38e0-0000-4000-8000-000000000000', '%00', '..%2f..%2fetc%2fpasswd', "'%20OR%201=1--"]) {
      const response = await ask(request, world, who ?? 'anonymous', name.replace(/\[\w+\]/g, madeUp))
      expect(response.status(), madeUp).toBe(404)
    }
  })
}

for (const [name, rules] of Object.entries(handlers)) {
  test(`${name} answers each person as it should`, async ({ request, world }) => {
    for (const { path, opens, refusal } of rules) {
      const answers: Partial<Record<Who, number>> = {}
      const expected: Partial<Record<Who, number>> = {}
      for (const who of everybody) {
        const response = await ask(request, world, who, path(world))
        answers[who] = response.status()
        expected[who] = opens.includes(who) ? 200 : refusal(who)
        const told = opens.includes(who) ? '' : `${JSON.stringify(response.headers())}${await response.text()}`
        expect(secretsOf(world).filter((secret) => told.includes(secret)), `what ${who} is told`).toEqual([])
      }
      expect(answers, path(world)).toEqual(expected)
    }
  })
}
