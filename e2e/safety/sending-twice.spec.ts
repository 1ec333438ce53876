import type { Page } from '@playwright/test'
import { count } from '../support/database'
import { filled, formsOf, send } from '../support/forms'
import { answered } from '../support/offers'
import { unique } from '../support/people'
import { expect, test } from '../support/test'

const productsOf = (supplierId: string) => count('SELECT count(*) FROM product WHERE supplier_id = $1', [supplierId])
const eventsOf = (bodyId: string, type: string) => count('SELECT count(*) FROM audit_event WHERE body_id = $1 AND type = $2', [bodyId, type])

async function fillProduct(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the product').fill(name)
  await page.getByLabel('What it is for, in a sentence').fill('Plans who works when')
  await page.getByLabel('Release to be assessed').fill('1.0')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a double click adds one product', async ({ page, asSupplier }) => {
      await page.goto('/supplier/products/new')
      await fillProduct(page, unique('Larkrise Rota'))
      await page.getByRole('button', { name: 'Add this product' }).dblclick()
      await expect(page).toHaveURL(/\/supplier\/releases\//)
      expect(await productsOf(asSupplier.bodyId)).toBe(1)
      expect(await eventsOf(asSupplier.bodyId, 'product.created')).toBe(1)
    })

    test('a double click submits once', async ({ page, asSupplier }) => {
      const { releaseId } = await answered(asSupplier)
      await page.goto(`/supplier/releases/${releaseId}/submit`)
      await page.getByLabel('I confirm, for my organisation').check()
      await page.getByRole('button', { name: 'Submit', exact: true }).dblclick()
      await expect(page.getByText('This release is with the assessors')).toBeVisible()
      expect(await count('SELECT count(*) FROM submission WHERE release_id = $1', [releaseId])).toBe(1)
      expect(await eventsOf(asSupplier.bodyId, 'assessment.submitted')).toBe(1)
    })

    test('going back and sending the form again adds nothing', async ({ page, asSupplier }) => {
      const name = unique('Larkrise Rota')
      await page.goto('/supplier/products/new')
      await fillProduct(page, name)
      await page.getByRole('button', { name: 'Add this product' }).click()
      await expect(page).toHaveURL(/\/supplier\/releases\//)
      await page.goBack()
      await fillProduct(page, name)
      await page.getByRole('button', { name: 'Add this product' }).click()
      await expect(page.getByText('already').or(page.getByRole('heading', { level: 1, name })).first()).toBeVisible()
      expect(await productsOf(asSupplier.bodyId)).toBe(1)
    })
  })
}

test.describe('replayed', () => {
  test.use({ javaScriptEnabled: false })

  test('the same form three times at once adds one product, and answers alike', async ({ page, context, asSupplier }) => {
    await page.goto('/supplier/products/new')
    const [form] = await formsOf(page)
    const product = filled(form!, { name: unique('Larkrise Rota'), summary: 'Plans who works when', label: '1.0' })
    const answers = await Promise.all([1, 2, 3].map(() => send(context.request, product)))
    const ways = answers.map((answer) => answer.headers()['location'])
    expect(ways[0]).toMatch(/\/supplier\/releases\//)
    expect(new Set(ways).size).toBe(1)
    expect(await productsOf(asSupplier.bodyId)).toBe(1)
    expect(await eventsOf(asSupplier.bodyId, 'product.created')).toBe(1)
  })

  test('the same evidence three times is kept once', async ({ page, context, asSupplier }) => {
    await page.goto('/supplier/evidence/new')
    const [form] = await formsOf(page)
    const evidence = filled(form!, { itemName: unique('Certificate'), visibility: 'public', 'collectedOn-day': '2', 'collectedOn-month': '3', 'collectedOn-year': '2026', url: 'https://example.test/' })
    for (let time = 0; time < 3; time++) expect((await send(context.request, evidence)).status()).toBe(303)
    expect(await count('SELECT count(*) FROM evidence_item WHERE supplier_id = $1', [asSupplier.bodyId])).toBe(1)
    expect(await eventsOf(asSupplier.bodyId, 'evidence.received')).toBe(1)
  })

  test('the same submission three times at once is one', async ({ page, context, asSupplier }) => {
    const { releaseId } = await answered(asSupplier)
    await page.goto(`/supplier/releases/${releaseId}/submit`)
    const [form] = await formsOf(page)
    const submission = filled(form!, { 'declaration[]': 'confirmed' })
    const answers = await Promise.all([1, 2, 3].map(() => send(context.request, submission)))
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303])
    expect(await count('SELECT count(*) FROM submission WHERE release_id = $1', [releaseId])).toBe(1)
    expect(await eventsOf(asSupplier.bodyId, 'assessment.submitted')).toBe(1)
  })
})
