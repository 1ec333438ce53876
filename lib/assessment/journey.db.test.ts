import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '@/lib/identity/actor'
import { disconnect, reading } from '@/lib/platform/db'
import { publicReader } from '@/lib/audit/record-event'
import { decideAll, judgeAll, list, person, publishContent, submitted, supplier } from './world-for-tests'

let owner: Member
let assessor: Member
let lead: Member

beforeAll(async () => {
  await publishContent()
  owner = await supplier('Larkrise Health')
  assessor = await person('assessor', 'Ann Assessor')
  lead = await person('lead_assessor', 'Lee Lead', assessor.bodyId)
})
afterAll(disconnect)

test('a release goes from answers to the register by three people', async () => {
  const { productId, releaseId, assessmentId } = await submitted(owner, 'Larkrise Meds')
  await judgeAll(assessor, assessmentId)
  await decideAll(lead, assessmentId)
  await list(lead, assessmentId)

  const listings = await reading(publicReader, (tx) => tx.listing.findMany({ where: { productId } }))
  expect(listings).toMatchObject([{ releaseId, closedAt: null }])
  const types = await reading({ personId: null, bodyId: null, role: 'registrar' }, (tx) => tx.auditEvent.findMany({ where: { productId }, orderBy: { position: 'asc' } }))
  expect(types.map(({ type, isPublic }) => [type, isPublic])).toEqual([
    ['product.created', false], ['release.facts-stated', false], ['release.capabilities-claimed', false],
    ['answer.saved', false], ['answer.saved', false], ['answer.saved', false], ['answer.saved', false],
    ['assessment.submitted', false], ['conflict.declared', false], ['findings.recorded', false], ['standard.recommended', false], ['findings.recorded', false], ['standard.recommended', false],
    ['conflict.declared', false], ['standard.decided', false], ['standard.decided', false], ['product.listed', true],
  ])
})
