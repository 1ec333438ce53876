import type { Page } from '@playwright/test'
import { expect } from '../support/test'
import { goOn } from './supplier-steps'

/** Finds a product in the queue, says that there is no conflict, and opens it. */
export async function openAssessment(page: Page, product: string): Promise<void> {
  await page.goto('/assessor/queue')
  await page.getByLabel('Product or supplier').fill(product)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: product }).click()
  await page.getByLabel('No, I have no conflict of interest').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(product)
}

/** The pages of the standards of an assessment, as its table leads to them. */
export async function standardsOf(page: Page): Promise<string[]> {
  const links = page.getByRole('table').getByRole('link')
  return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
}

async function saved(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
}

/** Makes a finding on each criterion that has none yet. */
export async function findAllMet(page: Page): Promise<void> {
  for (const group of await page.getByRole('group', { name: /^Finding on/ }).all()) {
    if ((await group.getByRole('radio', { checked: true }).count()) > 0) continue
    await group.getByLabel('Met', { exact: true }).check()
    const code = (await group.locator('legend').innerText()).replace('Finding on ', '')
    await page.getByLabel(`Reason for the finding on ${code}`, { exact: true }).fill('Seen, in date and about this release')
  }
  await page.getByRole('button', { name: 'Save findings' }).click()
  await saved(page, 'The findings are saved')
}

export async function askForChanges(page: Page, message: string): Promise<void> {
  await page.getByLabel('What has to change?').fill(message)
  await page.getByRole('button', { name: 'Save the request' }).click()
  await saved(page, 'The request is saved')
}

export async function keepOwnEvidence(page: Page, { criterion, summary }: { criterion: string; summary: string }): Promise<void> {
  const form = page.getByRole('region', { name: 'Evidence of your own' })
  const label = await form.getByRole('option', { name: new RegExp(`^${criterion.replaceAll('.', '\\.')} `) }).innerText()
  await form.getByLabel('Criterion').selectOption({ label })
  await form.getByLabel('A call or an interview').check()
  const now = new Date()
  await form.getByLabel('Day', { exact: true }).fill(String(now.getUTCDate()))
  await form.getByLabel('Month', { exact: true }).fill(String(now.getUTCMonth() + 1))
  await form.getByLabel('Year', { exact: true }).fill(String(now.getUTCFullYear()))
  await form.getByLabel('What did you see?').fill(summary)
  await form.getByRole('button', { name: 'Keep this evidence' }).click()
  await saved(page, 'Your evidence is kept')
}

/** Takes over what has not changed since the round before. @returns whether there was anything */
export async function takeOverFindings(page: Page): Promise<boolean> {
  const button = page.getByRole('button', { name: /^Take over \d+ finding/ })
  if ((await button.count()) === 0) return false
  await button.click()
  await expect(button).toHaveCount(0)
  return true
}

export async function recommendMet(page: Page): Promise<void> {
  const form = page.getByRole('region', { name: 'Recommendation' })
  await form.getByLabel('Met', { exact: true }).check()
  await form.getByLabel('Reason for the recommendation').fill('Every criterion is met')
  await form.getByRole('button', { name: 'Recommend' }).click()
  await saved(page, 'The recommendation is saved')
}

/** Decides each standard as it was recommended, in the order in which the page offers them. @returns how many */
export async function decideEveryStandard(page: Page): Promise<number> {
  const open = page.getByRole('table').getByRole('link', { name: /^Decide / })
  for (let decided = 0; ; decided++) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Decisions')
    if ((await open.count()) === 0) return decided
    await goOn(page, () => open.first().click())
    await page.getByRole('group', { name: 'What do you decide?' }).getByLabel('Met', { exact: true }).check()
    await goOn(page, () => page.getByRole('button', { name: 'Record the decision' }).click())
  }
}

export async function listRelease(page: Page): Promise<void> {
  await goOn(page, () => page.getByRole('link', { name: 'Decide the listing' }).click())
  await page.getByLabel('Put it on the register').check()
  await page.getByLabel('Reason', { exact: true }).fill('Every standard is met')
  await goOn(page, () => page.getByRole('button', { name: 'Record the decision' }).click())
  await expect(page.getByText('The listing is decided: on the register')).toBeVisible()
}
