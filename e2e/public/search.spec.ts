import { parse } from 'csv-parse/sync'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/test'
import { goOn } from '../support/go-on'

/** The number that the heading over the results tells. */
async function total(page: Page): Promise<number> {
  const heading = await page.locator('#found').innerText()
  return heading.startsWith('No ') ? 0 : Number(/^[\d,]+/.exec(heading)?.[0].replaceAll(',', ''))
}

const filters = (page: Page) => page.getByRole('region', { name: 'Narrow the search' })

const apply = (page: Page) => goOn(page, () => page.getByRole('button', { name: 'Apply filters' }).click())

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a search is kept in the address, narrowed, widened again, and gone back on', async ({ page, world }) => {
      const supplier = world.people.supplierAdmin.bodyName
      await page.goto('/products')
      await page.getByRole('searchbox').fill(supplier)
      await goOn(page, () => page.getByRole('button', { name: 'Search' }).click())
      expect(await total(page)).toBe(2)
      await filters(page).getByRole('checkbox', { name: /^Meets the standards/ }).check()
      await apply(page)
      await expect(page.getByRole('searchbox'), 'the words stay').toHaveValue(supplier)
      await page.reload()
      await expect(filters(page).getByRole('checkbox', { name: /^Meets the standards/ })).toBeChecked()
      await goOn(page, () => page.getByRole('link', { name: /^Remove.*Meets the standards/i }).click())
      expect(await total(page)).toBe(2)
      await expect(filters(page).getByRole('checkbox', { name: /^Meets the standards/ })).not.toBeChecked()
      await page.goBack()
      await expect(page.getByRole('link', { name: /^Remove.*Meets the standards/i })).toBeVisible()
      await page.goBack()
      await expect(page.getByRole('link', { name: /^Remove.*Meets the standards/i })).toHaveCount(0)
      expect(await total(page)).toBe(2)
    })

    test('two products stand side by side', async ({ page, world }) => {
      await page.goto(`/products?q=${encodeURIComponent(world.people.supplierAdmin.bodyName)}`)
      for (const box of await page.getByRole('checkbox', { name: /compare|choose/i }).all()) await box.check()
      await goOn(page, () => page.getByRole('button', { name: /^Compare chosen products/ }).click())
      for (const { name } of [world.listed, world.notShortlisted]) await expect(page.getByRole('main')).toContainText(name)
    })
  })
}

test('the download holds what the search finds', async ({ page, request, world }) => {
  await page.goto(`/products?q=${encodeURIComponent(world.people.supplierAdmin.bodyName)}`)
  const address = await page.getByRole('link', { name: 'Download these products as CSV' }).getAttribute('href')
  const rows = parse(await (await request.get(address ?? '')).text(), { bom: true })
  expect(rows).toHaveLength((await total(page)) + 1)
  for (const { name } of [world.listed, world.notShortlisted]) expect(rows.flat()).toContain(name)
})

test('a filter that the register does not know is said to be left out', async ({ page }) => {
  await page.goto('/products?hosting=on-the-moon&on=2026-02-31&capability=C0&page=9999&sort=colour')
  await expect(page.getByRole('note')).toContainText('on-the-moon')
  expect(await total(page)).toBeGreaterThan(0)
})

test('words with marks of their own find nothing and break nothing', async ({ page }) => {
  for (const words of ["' OR 1=1 --", '%', '_', '\\', '"', '(((', '*:*', '& | !', 'a'.repeat(200), '\u202E']) {
    const response = await page.goto(`/products?q=${encodeURIComponent(words)}`)
    expect(response?.status(), words).toBe(200)
    await expect(page.locator('#found')).toBeVisible()
  }
})
