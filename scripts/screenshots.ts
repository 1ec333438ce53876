import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from './browser'
import { projectDir } from './project'
import { runScript, say, Stop } from './terminal'

const baseURL = process.env.BASE_URL ?? 'http://localhost:3000'
const outputDir = path.join(projectDir, 'docs', 'screenshots')

/** `as`: the role to sign in with, as the list of the demonstration's people words it. `follow`: links to click from there, as patterns of their address. */
type Shot = { name: string; as?: string; start: string; follow?: RegExp[]; widthPx?: number; whole?: boolean }

const shots: Shot[] = [
  { name: 'home', start: '/' },
  { name: 'search', start: '/products?compliant=yes' },
  { name: 'product', start: '/products?compliant=yes', follow: [/^\/products\/[^/?]+$/] },
  { name: 'proof', start: '/products?compliant=yes', follow: [/^\/products\/[^/?]+$/, /^\/products\/[^/]+\/standards\/[^/]+$/] },
  { name: 'product-on-a-phone', start: '/products?compliant=yes', follow: [/^\/products\/[^/?]+$/], widthPx: 390 },
  { name: 'standard', start: '/standards/dtac' },
  { name: 'supplier-home', as: 'Supplier', start: '/supplier' },
  { name: 'assessor-queue', as: 'Assessor', start: '/assessor/queue' },
  { name: 'assessor-workbench', as: 'Assessor', start: '/assessor/queue', follow: [/^\/assessor\/(?!queue).+$/] },
  { name: 'buyer-shortlist', as: 'Buyer', start: '/buyer/shortlist' },
  { name: 'people-to-sign-in-as', start: '/sign-in/people' },
]

/** Photographs the running demonstration for the README. */
await runScript(async () => {
  const up = await fetch(`${baseURL}/api/ready`).catch(() => null)
  if (!up?.ok) throw new Stop(`Nothing is ready at ${baseURL}. Start it with npm run demo, or name another address: BASE_URL=http://localhost:3001 npm run screenshots`)
  mkdirSync(outputDir, { recursive: true })
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ executablePath: await findBrowser(), args })
  try {
    for (const shot of shots) await take(browser, shot)
  } finally {
    await browser.close()
  }
})

async function take(browser: Browser, { name, as, start, follow = [], widthPx = 1200, whole = false }: Shot): Promise<void> {
  const context = await browser.newContext({ baseURL, viewport: { width: widthPx, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
  const page = await context.newPage()
  if (as) await signIn(page, as)
  await open(page, start)
  for (const pattern of follow) await open(page, await firstLink(page, pattern))
  await page.screenshot({ path: path.join(outputDir, `${name}.png`), fullPage: whole })
  await context.close()
  say(`docs/screenshots/${name}.png`)
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address, { waitUntil: 'load' })
  if (!answer?.ok()) throw new Stop(`${baseURL}${address} answers ${answer?.status() ?? 'nothing'}, so there is nothing to photograph.`)
}

async function firstLink(page: Page, pattern: RegExp): Promise<string> {
  const addresses = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found = addresses.find((address) => pattern.test(address))
  if (!found) throw new Stop(`${page.url()} has no link to a page like ${pattern.source}.`)
  return found
}

async function signIn(page: Page, role: string): Promise<void> {
  await open(page, '/sign-in/people')
  const people = page.getByRole('listitem').filter({ hasText: new RegExp(`\\b${role}\\b`) })
  await people.first().getByRole('button').click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}
