import { answerRelease, passingValue } from '@/prisma/factories/answers'
import { declareNoConflict, decideStandards, judgeStandards, list, submit } from '@/prisma/factories/assessments'
import { aProduct } from '@/prisma/factories/products'
import { needsEvidence } from '@/lib/standards/routing'
import { evidenceFile, leastFacts } from '../support/offers'
import { member, supplier, unique } from '../support/people'
import { expect, test } from '../support/test'

const script = '<script>alert(1)</script>'
const image = '"><img src=x onerror=alert(1)>'
const formula = '=HYPERLINK("https://evil.example","Win")'
const hostile = [
  script,
  image,
  formula,
  "'; DROP TABLE product; --",
  '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 7*7 %>',
  '../../etc/passwd\\..\\x',
  'إدارة المرضى \u202Eabc\u202C עברית',
  '👩🏽‍⚕️ Zähne 中文 Ελληνικά n\u0303\u0323',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('words that would do harm are kept and shown as words', async ({ page, asSupplier }) => {
      expect(asSupplier.role).toBe('supplier_admin')
      page.on('dialog', (dialog) => {
        throw new Error(`A dialog opened: ${dialog.message()}`)
      })
      for (const words of hostile) {
        const name = unique(words)
        await page.goto('/supplier/products/new')
        await page.getByLabel('Name of the product').fill(name)
        await page.getByLabel('What it is for, in a sentence').fill(words)
        await page.getByLabel('Release to be assessed').fill('1.0')
        await page.getByRole('button', { name: 'Add this product' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
      }
      await page.goto('/supplier')
      for (const words of hostile) await expect(page.getByRole('table')).toContainText(words)
    })

    test('a form that is refused gives hostile words back as they were typed', async ({ page, asSupplier }) => {
      expect(asSupplier.role).toBe('supplier_admin')
      for (const words of [script, image]) {
        await page.goto('/supplier/products/new')
        await page.getByLabel('Name of the product').fill(words)
        await page.getByRole('button', { name: 'Add this product' }).click()
        await expect(page.getByRole('alert', { name: 'There is a problem' })).toBeVisible()
        await expect(page.getByLabel('Name of the product')).toHaveValue(words)
      }
    })
  })
}

test('hostile words in a listed product are words on every public page, and fit a telephone', async ({ page, request }) => {
  test.setTimeout(120_000)
  const owner = await supplier(unique(image))
  const name = unique(`${script} ${'Long'.repeat(20)}`)
  const product = await aProduct(owner, { name, summary: hostile.join(' ').slice(0, 300), facts: leastFacts, capabilities: ['C14'] })
  const evidence = await evidenceFile(owner, { name: unique(formula), visibility: 'public' })
  await answerRelease(owner, product.releaseId, async ({ criterion }) => {
    const value = criterion.response.type === 'text' ? hostile.join('\n') : passingValue(criterion)
    return { value, explanation: hostile.join('\n'), evidence: needsEvidence(criterion, value) ? [evidence.revisionId] : [] }
  })
  const assessmentId = await submit(owner, product.releaseId)
  const [assessor, lead] = [await member('assessor'), await member('lead_assessor')]
  for (const judge of [assessor, lead]) await declareNoConflict(judge, assessmentId)
  await judgeStandards(assessor, assessmentId)
  await decideStandards(lead, assessmentId)
  await list(lead, assessmentId)

  page.on('dialog', (dialog) => {
    throw new Error(`A dialog opened: ${dialog.message()}`)
  })
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['', '/standards/DTAC', '/history']) {
    await page.goto(`/products/${product.slug}${path}`)
    await expect(page.getByRole('main')).toContainText(script)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
  const key = name.split(' ').at(-1) ?? ''
  await page.goto(`/products?q=${encodeURIComponent(key)}`)
  await expect(page.getByRole('heading', { level: 3, name: key })).toContainText(script)
  const csv = await (await request.get(`/products/download?q=${encodeURIComponent(key)}`)).text()
  expect(csv.split(/\r?\n/).flatMap((line) => line.split('","')).filter((cell) => /^"?[=+\-@\t]/.test(cell)), 'cells that a spreadsheet would run').toEqual([])
})
