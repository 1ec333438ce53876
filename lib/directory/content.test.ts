import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/platform/day'
import { organisationContent, successionContent } from './content'
import { isOpenOn, type OrganisationKind, regionNames, wales } from './directory'
import { nameInTitleCase } from './name-case'

const organisations = organisationContent()
const successions = successionContent()
const byCode = new Map(organisations.map((organisation) => [organisation.odsCode, organisation]))
const ofKind = (kind: OrganisationKind) => organisations.filter((organisation) => organisation.kind === kind)
const openOn = (day: string, kind: OrganisationKind) => ofKind(kind).filter((organisation) => isOpenOn(day, organisation)).length

describe('the organisations', () => {
  test('are every trust, CCG and integrated care board of the sources, each once', () => {
    expect([ofKind('trust').length, ofKind('ccg').length, ofKind('icb').length]).toEqual([274, 248, 48])
    expect(byCode.size).toBe(organisations.length)
  })

  test('give the true number of CCGs and trusts on the day of the policy, 17 October 2018', () => {
    expect(openOn('2018-10-17', 'ccg')).toBe(195)
    expect(openOn('2018-10-17', 'trust')).toBe(226)
  })

  test('give 202 trusts, 36 boards and no CCG in July 2026', () => {
    expect([openOn('2026-07-08', 'trust'), openOn('2026-07-08', 'icb'), openOn('2026-07-08', 'ccg')]).toEqual([202, 36, 0])
  })

  test('keep the three trusts of Wales, marked as such, with no region code or board', () => {
    const welsh = organisations.filter(({ region }) => region === wales)
    expect(welsh.map(({ odsCode }) => odsCode)).toEqual(['RQF', 'RT4', 'RYT'])
    expect(welsh.every(({ regionCode, parentCode }) => regionCode === null && parentCode === null)).toBe(true)
  })

  test('carry a note beside the six board names that no source gives', () => {
    const noted = organisations.filter(({ nameNote }) => nameNote !== null)
    expect(noted.map(({ odsCode }) => odsCode).sort()).toEqual(['D7T5G', 'S0E4D', 'S1Y5D', 'S9B9J', 'T6Y0W', 'Z9B2Z'])
  })

  test('have regions that go by their codes, and boards that are in the directory', () => {
    const wrongRegion = organisations.filter(({ regionCode, region }) => regionCode !== null && regionNames[regionCode] !== region)
    const wrongParent = organisations.filter(({ parentCode }) => parentCode !== null && byCode.get(parentCode)?.kind !== 'icb')
    expect([wrongRegion, wrongParent]).toEqual([[], []])
  })

  test('are written as an import would write them', () => {
    const differing = organisations.filter(({ kind, name }) => kind !== 'icb' && nameInTitleCase(name.toUpperCase()) !== name)
    expect(differing).toEqual([])
  })
})

describe('the successions', () => {
  test('join organisations that are in the directory, each pair once', () => {
    const strangers = successions.filter(({ predecessorCode, successorCode }) => !byCode.has(predecessorCode) || !byCode.has(successorCode))
    expect(strangers).toEqual([])
    expect(new Set(successions.map(({ predecessorCode, successorCode }) => `${predecessorCode} ${successorCode}`)).size).toBe(successions.length)
  })

  test('leave no closed CCG or board without somewhere to go', () => {
    const gone = [...ofKind('ccg'), ...ofKind('icb')].filter(({ closedOn }) => closedOn !== null)
    const followed = new Set(successions.map(({ predecessorCode }) => predecessorCode))
    expect(gone.filter(({ odsCode }) => !followed.has(odsCode))).toEqual([])
  })

  test('have a successor that was open on the day after, unless it only covers the area', () => {
    const odd = successions.filter(({ predecessorCode, successorCode, relation }) => {
      const lastDay = byCode.get(predecessorCode)?.closedOn
      const successor = byCode.get(successorCode)
      return relation !== 'area-covered-by' && !(lastDay && successor && isOpenOn(addDays(lastDay, 1), successor))
    })
    expect(odd).toEqual([])
  })

  test('give trusts a successor only where a source names one', () => {
    const ofTrusts = successions.filter(({ predecessorCode }) => byCode.get(predecessorCode)?.kind === 'trust')
    expect(ofTrusts.map(({ predecessorCode, successorCode, relation }) => `${predecessorCode} ${relation} ${successorCode}`)).toEqual([
      'RTV succeeded-by RW4', 'RW6 part-succeeded-by RM3', 'RW6 part-succeeded-by R0A', 'RXH succeeded-by RYR',
    ])
  })
})
