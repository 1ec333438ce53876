import type { Page } from '@playwright/test'

/** Presses something that leads to another address, and waits until the page is there. */
export async function goOn(page: Page, press: () => Promise<void>): Promise<void> {
  const before = page.url()
  await press()
  await page.waitForURL((url) => url.href !== before, { timeout: 30_000 })
}
