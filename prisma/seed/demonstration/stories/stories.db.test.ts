import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/lib/audit/record-event'
import { atInstant, today } from '@/lib/platform/clock'
import { disconnect, reading } from '@/lib/platform/db'
import { loadReference } from '../../reference'
import { demonstrationSteps } from '../demonstration'
import type { Step } from '../step'

const told = ['office opened', 'assessors entered', 'Marlbeck Rostering registered', 'Fenwater Systems registered', 'Marlbeck Rota ', 'Fenwater Desk 2.3']

/** In order of time, for a few suppliers and products. */
const steps: Step[] = demonstrationSteps(today())
  .filter(({ name }) => told.some((start) => name.startsWith(start)))
  .sort((a, b) => a.at.getTime() - b.at.getTime())

const events = () => reading(systemActor, (tx) => tx.auditEvent.findMany({ orderBy: { position: 'asc' } }))

beforeAll(async () => {
  await loadReference()
}, 60_000)
afterAll(disconnect)

test('a step that is told again, as after a loading that was stopped, changes nothing', async () => {
  const twice: string[] = []
  for (const { name, at, work } of steps) {
    await atInstant(at, work)
    const before = (await events()).length
    await atInstant(at, work)
    if ((await events()).length !== before) twice.push(name)
  }
  expect(twice).toEqual([])
}, 300_000)

test('the past is told in order, as the people who lived it', async () => {
  const all = (await events()).filter(({ personId }) => personId !== null)
  expect(all.map(({ occurredAt }) => occurredAt.getTime())).toEqual(all.map(({ occurredAt }) => occurredAt.getTime()).sort((a, b) => a - b))
  expect(new Set(all.map(({ role }) => role))).toEqual(new Set(['registrar', 'supplier_admin', 'supplier_editor', 'assessor', 'lead_assessor']))
})

test('the stories end as they say', async () => {
  const assessments = await reading({ personId: null, bodyId: null, role: 'lead_assessor' }, (tx) => tx.assessment.findMany({ orderBy: { openedAt: 'asc' } }))
  expect(assessments.map(({ status }) => status)).toEqual(['decided', 'decided', 'changes_requested'])
  const entries = await reading(systemActor, (tx) => tx.catalogueEntry.findMany())
  expect(entries.map(({ name, releaseLabel }) => [name, releaseLabel])).toEqual([['Marlbeck Rota', '9.8']])
})
