import { afterAll, describe, expect, test } from 'vitest'
import { publicReader } from '@/lib/audit/record-event'
import { atInstant } from '@/lib/platform/clock'
import { disconnect, reading } from '@/lib/platform/db'
import { loadStandards } from './load-content'
import { criteriaOf, publishedVersions, standardList, standardPage, standardVersionPage } from './queries'
import { contentHash, readContent, type PublishableStandard } from './read-content'

const all = readContent()
const some = all.filter(({ id }) => id === 'DTAC' || id === 'DCB0129')

/** The content with one version changed, hashed as its file would be. */
function edited(change: (version: PublishableStandard['versions'][number]) => Partial<PublishableStandard['versions'][number]>): PublishableStandard[] {
  return some.map((standard) => ({
    ...standard,
    versions: standard.versions.map(({ contentHash: _, ...version }) => {
      const after = { ...version, ...change({ ...version, contentHash: '' }) }
      return { ...after, contentHash: contentHash(standard.id, after) }
    }),
  }))
}

const events = () => reading(publicReader, (tx) => tx.auditEvent.findMany({ orderBy: { position: 'asc' }, select: { type: true, subjectId: true, isPublic: true } }))
const versions = () => reading(publicReader, publishedVersions)

afterAll(disconnect)

describe('the loader of standards', () => {
  test('publishes every version with one public event each', async () => {
    const count = some.flatMap((standard) => standard.versions).length
    expect(await loadStandards(some)).toEqual({ standards: { new: 2, changed: 0, unchanged: 0 }, versions: { published: count, unchanged: 0 } })
    expect(await events()).toEqual(some.flatMap(({ id, versions: own }) => own.map(() => ({ type: 'standard.published', subjectId: id, isPublic: true }))))
  })

  test('gives back what the files hold, and changes nothing the second time', async () => {
    const before = await events()
    expect((await loadStandards(some)).versions.published).toBe(0)
    expect(await events()).toEqual(before)
    for (const standard of some) {
      for (const { criteria, ...version } of standard.versions) {
        const held = (await versions()).find((one) => one.standardId === standard.id && one.version === version.version)
        expect(held).toMatchObject({ ...version, standardName: standard.name })
        const kept = await reading(publicReader, (tx) => criteriaOf(tx, [held?.id ?? '']))
        expect(kept.map(({ id: _, standardVersionId: __, ...criterion }) => criterion)).toEqual(criteria)
      }
    }
  })

  test('refuses a published version that was edited, by its name, and stores nothing', async () => {
    const content = edited(({ title }) => ({ title: `${title} edited` }))
    await expect(loadStandards(content)).rejects.toThrow(/DTAC 2\.0/)
    expect((await versions()).map(({ title }) => title)).not.toContain(content[0]?.versions[0]?.title)
  })

  test('puts a description right with one event, without touching its versions', async () => {
    const before = await versions()
    const content = some.map((standard) => (standard.id === 'DTAC' ? { ...standard, summary: 'Put right.' } : standard))
    expect(await loadStandards(content)).toEqual({ standards: { new: 0, changed: 1, unchanged: 1 }, versions: { published: 0, unchanged: before.length } })
    expect((await events()).at(-1)).toMatchObject({ type: 'standard.described', subjectId: 'DTAC' })
    expect(await versions()).toEqual(before)
  })

  test('run by two at once publishes once', async () => {
    const one = all.filter(({ id }) => id === 'WCAG22')
    const counts = await Promise.all([loadStandards(one), loadStandards(one)])
    expect(counts.map(({ versions: { published } }) => published).sort()).toEqual([0, one.flatMap((standard) => standard.versions).length])
  })
})

describe('a page of a standard', () => {
  test('is found by its id in any letters, with the version that counts on the day', async () => {
    expect(await standardPage('dtac')).toMatchObject({ standard: { id: 'DTAC' }, current: { standardId: 'DTAC' } })
    expect([await standardPage('NOTHING'), await standardVersionPage('DTAC', '99')]).toEqual([null, null])
    const early = await atInstant(new Date('2000-01-01T12:00:00Z'), () => standardPage('DCB0129'))
    expect(early?.current).not.toBeNull()
  })

  test('stands in the list of all', async () => {
    expect((await standardList()).map(({ id }) => id).sort()).toEqual(['DCB0129', 'DTAC', 'WCAG22'])
  })
})
