import { describe, expect, test } from 'vitest'
import { capabilityContent } from './capability-content'

describe('the capability content', () => {
  const capabilities = capabilityContent()
  const byRef = new Map(capabilities.map((capability) => [capability.ref, capability]))

  test('holds the 46 national capabilities, two of them expired', () => {
    expect(capabilities).toHaveLength(46)
    expect(capabilities.filter(({ status }) => status === 'Expired').map(({ ref }) => ref)).toEqual(['C19', 'C40'])
  })

  test('keeps prescribing as the source has it', () => {
    expect(byRef.get('C14')).toEqual({
      ref: 'C14', name: 'Prescribing', category: 'Medicines management', version: '1.0.3', status: 'Effective',
      frameworks: ['NHSDGP001', 'TIF001'], mustEpics: 17, shouldEpics: 0, mayEpics: 26,
    })
  })

  test('keeps a capability that no framework lists', () => {
    expect(byRef.get('C45')?.frameworks).toEqual([])
  })

  test('does not invent the references that the source leaves out', () => {
    expect(['C28', 'C31', 'C48', 'C49'].filter((ref) => byRef.has(ref))).toEqual([])
  })
})
