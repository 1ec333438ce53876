import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { runCommand, runNode } from './children'
import { say, Stop } from './terminal'

const systemBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A Chromium for the tests: the one named in CHROMIUM_PATH, else Playwright's own, else the
 * system's, else one that is installed now.
 * @throws Stop which says how to get one
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (runs(named)) return named
    throw new Stop(`CHROMIUM_PATH is '${named}', which is not a browser that runs here. Correct it, or leave it out.`)
  }
  const found = present() ?? (await installed())
  if (!found) throw new Stop('The browser tests need Chromium, and it could not be installed. Install it (Debian: sudo apt-get install chromium; elsewhere: npx playwright install --with-deps chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test')
  say(`Browser: ${found}`)
  return found
}

function present(): string | null {
  return [chromium.executablePath(), ...systemBrowsers].map(located).find((file) => file !== null && runs(file)) ?? null
}

/** A full path as it is; a name looked up in PATH. */
function located(name: string): string | null {
  if (/[/\\]/.test(name)) return existsSync(name) ? name : null
  if (process.platform === 'win32') return null
  return spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim() || null
}

/** A browser that lacks a library of the system is there and does not run. */
function runs(file: string): boolean {
  return process.platform === 'win32' ? existsSync(file) : spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0
}

async function installed(): Promise<string | null> {
  say('There is no Chromium here. Installing one.')
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium']).catch(() => 1)
  const own = present()
  if (own || process.getuid?.() !== 0 || !located('apt-get')) return own
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-q'], quiet)
  await runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], quiet)
  return present()
}
