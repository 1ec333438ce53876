import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from './browser'
import { projectDir } from './project'
import { runScript, say, Stop } from './terminal'

const baseURL = process.env.BASE_URL ?? 'http://localhost:3000'
const outputDir = path.join(projectDir, 'docs', 'screenshots')

/**
 * `as`: what the demonstration's list of people says of the one to sign in as, a name, role or body. `follow`: links to take from
 * the start, as patterns of their address; the first whose page has not `passBy` as its heading.
 */
type Shot = { name: string; as?: string; start: string; follow?: RegExp[]; passBy?: string; widthPx?: number }

const shots: Shot[] = [
  { name: 'home', start: '/' },
  { name: 'search', start: '/products?compliant=yes' },
  { name: 'product', start: '/products?compliant=yes', follow: [/^\/products\/[^/?]+$/] },
  { name: 'proof', start: '/products?compliant=yes', follow: [/^\/products\/[^/?]+$/, /^\/products\/[^/]+\/standards\/[^/]+$/] },
  { name: 'product-on-a-phone', start: '/products?compliant=yes', follow: [/^\/products\/[^/?]+$/], widthPx: 390 },
  { name: 'standard', start: '/standards/dtac' },
  { name: 'supplier-home', as: 'Larkrise Health', start: '/supplier' },
  { name: 'supplier-task-list', as: 'Larkrise Health', start: '/supplier', follow: [/^\/supplier\/.*releases\/[^/]+$/] },
  { name: 'assessor-queue', as: 'Sam Idowu', start: '/assessor/queue' },
  { name: 'assessor-workbench', as: 'Sam Idowu', start: '/assessor/queue', follow: [/^\/assessor\/(?!queue).+$/], passBy: 'Declare your interests' },
  { name: 'buyer-shortlist', as: 'Leo Castellan', start: '/buyer/shortlist' },
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

async function take(browser: Browser, { name, as, start, follow = [], passBy, widthPx = 1200 }: Shot): Promise<void> {
  const context = await browser.newContext({ baseURL, viewport: { width: widthPx, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
  const page = await context.newPage()
  if (as) await signIn(page, as)
  await open(page, start)
  for (const pattern of follow) await followLink(page, pattern, passBy)
  await page.screenshot({ path: path.join(outputDir, `${name}.png`) })
  await context.close()
  say(`docs/screenshots/${name}.png`)
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address, { waitUntil: 'load' })
  if (!answer?.ok()) throw new Stop(`${baseURL}${address} answers ${answer?.status() ?? 'nothing'}, so there is nothing to photograph.`)
}

async function followLink(page: Page, pattern: RegExp, passBy?: string): Promise<void> {
  const from = page.url()
  const addresses = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const address of addresses.filter((candidate) => pattern.test(candidate))) {
    await open(page, address)
    const heading = await page.locator('h1').innerText()
    if (!passBy || !heading.includes(passBy)) return
  }
  throw new Stop(`${from} has no link to a page like ${pattern.source}.`)
}

async function signIn(page: Page, who: string): Promise<void> {
  await open(page, '/sign-in/people')
  // Whoever acts for two bodies would first have to choose one.
  const people = page.getByRole('listitem').filter({ hasText: who, hasNotText: ';' })
  await people.first().getByRole('button').click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}
