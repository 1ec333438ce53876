import { declareNoConflict } from '@/prisma/factories/assessments'
import { count } from '../support/database'
import { offered, submitted } from '../support/offers'
import { editorOf, member, supplier } from '../support/people'
import { expect, problem, test } from '../support/test'

const changed = 'changed this after you opened it'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a form that was opened before somebody else saved is refused, and keeps what was typed', async ({ page, asSupplier, openedAs }) => {
      const { productId } = await offered(asSupplier)
      const colleague = await openedAs(await editorOf(asSupplier))
      for (const one of [page, colleague]) await one.goto(`/supplier/products/${productId}/details`)
      await colleague.getByLabel('Description (optional)').fill('What the colleague wrote')
      await colleague.getByRole('button', { name: 'Save' }).click()
      await expect(colleague).toHaveURL(new RegExp(`/supplier/products/${productId}$`))
      await page.getByLabel('Description (optional)').fill('What I wrote')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(problem(page)).toContainText(changed)
      await expect(page.getByLabel('Description (optional)')).toHaveValue('What I wrote')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(problem(page), 'a second try does not write over it either').toContainText(changed)
      expect(await count('SELECT count(*) FROM product WHERE id = $1 AND description = $2', [productId, 'What the colleague wrote'])).toBe(1)
    })

    test('an answer that was changed in another tab is refused, and keeps what was typed', async ({ page, context, asSupplier }) => {
      const { releaseId } = await offered(asSupplier)
      const question = `/supplier/releases/${releaseId}/standards/CE/1.1`
      const other = await context.newPage()
      for (const one of [page, other]) await one.goto(question)
      await other.getByLabel('Explanation (optional)').fill('From the other tab')
      await other.getByRole('button', { name: 'Save and continue' }).click()
      await expect(other).not.toHaveURL(new RegExp(`${question}$`))
      await page.getByLabel('Explanation (optional)').fill('From this tab')
      await page.getByRole('button', { name: 'Save and continue' }).click()
      await expect(problem(page)).toContainText(changed)
      await expect(page.getByLabel('Explanation (optional)')).toHaveValue('From this tab')
    })

    test('two assessors make findings at once: one succeeds, and the other loses nothing that they typed', async ({ page, openedAs, asAssessor }) => {
      const { assessmentId } = await submitted(await supplier())
      const second = await member('assessor')
      for (const judge of [asAssessor, second]) await declareNoConflict(judge, assessmentId)
      const other = await openedAs(second)
      for (const one of [page, other]) {
        await one.goto(`/assessor/assessments/${assessmentId}/standards/CRP`)
        await one.getByRole('group', { name: /^Finding on/ }).first().getByLabel('Met', { exact: true }).check()
      }
      await other.getByLabel(/^Reason for the finding on/).first().fill('Found by the other')
      await other.getByRole('button', { name: 'Save findings' }).click()
      await expect(other.getByRole('status').filter({ hasText: 'The findings are saved' })).toBeVisible()
      await page.getByLabel(/^Reason for the finding on/).first().fill('Found by me')
      await page.getByRole('button', { name: 'Save findings' }).click()
      await expect(problem(page)).toContainText(changed)
      await expect(page.getByLabel(/^Reason for the finding on/).first()).toHaveValue('Found by me')
    })
  })
}
