import { expect, test } from 'vitest'
import { canImportOrganisations } from './policy'

test.each([
  ['registrar', true],
  ['system', true],
  ['supplier_editor', false],
  ['supplier_admin', false],
  ['assessor', false],
  ['lead_assessor', false],
  ['buyer', false],
  ['standards_manager', false],
  ['public', false],
])('a %s may import organisations: %s', (role, allowed) => {
  expect(canImportOrganisations({ role })).toBe(allowed)
})
