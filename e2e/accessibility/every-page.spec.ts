import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { signIn } from '../support/people'
import { pages } from '../support/pages'
import { ask } from '../support/requests'
import { expect, test } from '../support/test'
import { otherStates } from './other-states'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`) }))).toEqual([])
}

/** On the narrowest telephone nothing sticks out at the side. */
async function expectToFit(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page at 320 pixels').toBeLessThanOrEqual(320)
}

async function expectWellMade(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).toHaveTitle(/^(?!Touchstone$).+/)
  await expectAccessible(page)
  await expectToFit(page)
}

for (const [route, { path, opens }] of Object.entries(pages)) {
  test(`${route} is accessible and fits a telephone`, async ({ page, context, world }) => {
    const person = world.people[opens[0] ?? 'anonymous']
    if (person) await signIn(context, person)
    const response = await page.goto(path(world))
    expect(response?.status()).toBe(200)
    await expectWellMade(page)
  })
}

for (const { name, as, open, status = 200 } of otherStates) {
  test(`${name} is accessible and fits a telephone`, async ({ page, context, world }) => {
    const person = world.people[as]
    if (person) await signIn(context, person)
    const response = await open(page, world)
    expect(response?.status() ?? 200).toBe(status)
    await expectWellMade(page)
  })
}

test('no two pages have the same title', async ({ request, world }) => {
  const titles: Record<string, string[]> = {}
  for (const [route, { path, opens }] of Object.entries(pages)) {
    const html = await (await ask(request, world, opens[0] ?? 'anonymous', path(world))).text()
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? 'no title'
    ;(titles[title] ??= []).push(route)
  }
  expect(Object.entries(titles).filter(([, routes]) => routes.length > 1)).toEqual([])
})
