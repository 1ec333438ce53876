import type { Page } from '@playwright/test'
import { today } from '@/lib/platform/clock'
import { addDays } from '@/lib/platform/day'
import { answerOptions } from '@/lib/standards/answers'
import { factGroups, type ReleaseFacts } from '@/lib/standards/facts'
import { readContent } from '@/lib/standards/read-content'
import { needsEvidence } from '@/lib/standards/routing'
import { passingValue } from '@/prisma/factories/answers'
import { sampleFile } from '../support/offers'
import { expect } from '../support/test'

type Evidence = { name: string; visibility: string } & ({ file: string } | { url: string })

const questions = new Map(readContent().flatMap(({ id, versions }) => versions.flatMap(({ version, criteria }) => criteria.map((criterion) => [`${id} ${version} ${criterion.code}`, criterion] as const))))
const versions = new Map(readContent().map(({ id, versions: all }) => [id, all.map(({ version }) => version)]))

/** The question that an address asks, by its newest version. */
function questionAt(url: string) {
  const [, standardId = '', code = ''] = /\/standards\/([^/]+)\/([^/?]+)$/.exec(new URL(url).pathname) ?? []
  const version = versions.get(standardId)?.findLast((one) => questions.has(`${standardId} ${one} ${code}`)) ?? ''
  return { standardId, code, criterion: questions.get(`${standardId} ${version} ${code}`) }
}

/** Presses what sends or leads on, and waits until another page is there. */
export async function goOn(page: Page, press: () => Promise<void>): Promise<void> {
  const before = page.url()
  await press()
  await page.waitForURL((url) => url.href !== before, { timeout: 30_000 })
}

async function fillDay(page: Page, legend: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Day', { exact: true }).fill(date)
  await group.getByLabel('Month', { exact: true }).fill(month)
  await group.getByLabel('Year', { exact: true }).fill(year)
}

export async function stateFacts(page: Page, facts: ReleaseFacts): Promise<void> {
  for (const fact of factGroups.flatMap((group) => group.questions)) {
    const group = page.getByRole('group', { name: fact.question })
    const stated = facts[fact.name]
    const labels = fact.kind === 'yes-no'
      ? [stated === true ? 'Yes' : 'No']
      : fact.options.filter(({ value }) => (Array.isArray(stated) ? stated.map(String).includes(value) : stated === value)).map(({ label }) => label)
    for (const label of labels) await group.getByLabel(label, { exact: true }).check()
  }
  await goOn(page, () => page.getByRole('button', { name: 'Save and see which standards apply' }).click())
}

async function addEvidence(page: Page, evidence: Evidence): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(evidence.name)
  await page.getByLabel(evidence.visibility, { exact: true }).check()
  await fillDay(page, 'Day it was collected', addDays(today(), -1))
  if ('file' in evidence) await page.getByLabel('Or a file').setInputFiles(sampleFile(evidence.file))
  else await page.getByLabel('Web address').fill(evidence.url)
  await goOn(page, () => page.getByRole('button', { name: 'Add this evidence' }).click())
}

export type Answering = {
  /** Answers that are chosen for where they lead, by standard and code. Every other answer is one that passes. */
  chosen: Record<string, string>
  /** What is shown for a question, by standard and code; `other` for all the rest. */
  evidence: Record<string, Evidence> & { other: Evidence }
  /** The questions that were asked, in the order in which they came. */
  asked: string[]
}

async function showEvidence(page: Page, evidence: Evidence): Promise<void> {
  const kept = page.getByRole('group', { name: 'Your evidence' }).getByLabel(evidence.name, { exact: true })
  if ((await kept.count()) > 0) return kept.check()
  const question = page.url()
  await goOn(page, () => page.getByRole('button', { name: 'Save and add new evidence' }).click())
  await addEvidence(page, evidence)
  await expect(page, 'the question comes back').toHaveURL(question)
  await expect(kept).toBeChecked()
}

async function answerQuestion(page: Page, { chosen, evidence, asked }: Answering): Promise<void> {
  const { standardId, code, criterion } = questionAt(page.url())
  if (!criterion) throw new Error(`There is no question at ${page.url()}`)
  const name = `${standardId} ${code}`
  asked.push(name)
  const value = chosen[name] ?? passingValue({ ...criterion, id: '', standardVersionId: '' })
  const option = answerOptions(criterion.response)?.find((one) => one.value === value)
  if (option) await page.getByRole('group', { name: 'Your answer' }).getByLabel(option.label, { exact: true }).check()
  else if (criterion.response.type === 'date') await fillDay(page, 'Your answer', value)
  else await page.getByLabel('Your answer', { exact: true }).fill(value)
  if (needsEvidence(criterion, value)) await showEvidence(page, evidence[name] ?? evidence.other)
  await goOn(page, () => page.getByRole('button', { name: 'Save and continue' }).click())
}

/** Follows the green buttons from what is left to do to the page where it is sent, answering every question on the way. */
export async function answerEverything(page: Page, answering: Answering): Promise<void> {
  const tasks = page.url()
  for (let steps = 0; steps < 400; steps++) {
    const { pathname } = new URL(page.url())
    if (pathname.endsWith('/submit')) return
    if (questionAt(page.url()).criterion) {
      await answerQuestion(page, answering)
      continue
    }
    const next = page.getByRole('main').locator('a.nhsuk-button')
    if ((await next.count()) > 0) await goOn(page, () => next.first().click())
    else await page.goto(tasks)
  }
  throw new Error('The questions do not come to an end')
}

export async function submitRelease(page: Page): Promise<void> {
  await page.getByLabel('I confirm, for my organisation').check()
  await goOn(page, () => page.getByRole('button', { name: 'Submit', exact: true }).click())
  await expect(page.getByText('This release is with the assessors')).toBeVisible()
}
