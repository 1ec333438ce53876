import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'

/** Goes on with the Tab key until the focus is on something with these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const named = await page.evaluate(() => {
      const { activeElement: focused } = document
      return focused?.getAttribute('aria-label') ?? (focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : focused?.textContent) ?? ''
    })
    if (named.includes(words)) return
  }
  throw new Error(`The Tab key does not come to ${words}`)
}

/** Where the focus is can be seen: it has an outline, a shadow or a background that it has not otherwise. */
async function expectToBeSeen(page: Page): Promise<void> {
  const looks = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const look = () => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } = getComputedStyle(element)
      return [outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor].join()
    }
    const focused = look()
    element.blur()
    const blurred = look()
    element.focus()
    return { focused, blurred }
  })
  expect(looks.focused).not.toBe(looks.blurred)
}

test('the first press of Tab offers to skip to what matters', async ({ page }) => {
  await page.goto('/products')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#maincontent$/)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null), 'the next press is within the main part').toBe(true)
})

test('a product is found and its proof read with the keyboard alone', async ({ page, world }) => {
  await page.goto('/')
  await tabTo(page, 'Search the register')
  await expectToBeSeen(page)
  await page.keyboard.type(world.listed.name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/products\?q=/)
  await tabTo(page, world.listed.name)
  while (!(await page.evaluate(() => document.activeElement?.closest('h3') !== null))) await tabTo(page, world.listed.name)
  await expectToBeSeen(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(world.listed.name)
  await tabTo(page, 'Digital Technology Assessment')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/standards\/DTAC/)
})

test('a filter is chosen and applied with the keyboard alone', async ({ page, world }) => {
  await page.goto(`/products?q=${encodeURIComponent(world.people.supplierAdmin.bodyName)}`)
  await tabTo(page, 'Meets the standards')
  await page.keyboard.press('Space')
  await tabTo(page, 'Apply filters')
  await expectToBeSeen(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/compliant=yes/)
})

test('a form is filled in, refused and put right with the keyboard alone', async ({ page, asSupplier }) => {
  expect(asSupplier.role).toBe('supplier_admin')
  await page.goto('/supplier/products/new')
  await tabTo(page, 'Name of the product')
  await page.keyboard.type('Larkrise by keys')
  await page.keyboard.press('Enter')
  const summary = page.getByRole('alert', { name: 'There is a problem' })
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What it is for, in a sentence')).toBeFocused()
  await page.keyboard.type('Plans who works when')
  await tabTo(page, 'Release to be assessed')
  await page.keyboard.type('1.0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Larkrise by keys')
})
