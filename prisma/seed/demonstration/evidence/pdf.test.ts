import { expect, test } from 'vitest'
import { pdfOf } from './pdf'

const file = pdfOf('Title (with brackets)', Array.from({ length: 60 }, (_, line) => `Line ${line}: the supplier’s “plan” – £5 \\ done, ${'word '.repeat(20)}`)).toString('latin1')

test('the table says where each object begins', () => {
  const [, start = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(file) ?? []
  const table = file.slice(Number(start))
  expect(table.startsWith('xref\n0 ')).toBe(true)
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
  expect(offsets.length).toBeGreaterThan(6)
  offsets.forEach((offset, index) => expect(file.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true))
})

test('the streams are as long as they say', () => {
  for (const [, length, content = ''] of file.matchAll(/<< \/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)) expect(content).toHaveLength(Number(length))
})

test('a long text goes over several pages, and brackets and quotes survive', () => {
  expect(/\/Count (\d+)/.exec(file)?.[1]).not.toBe('1')
  expect(file).toContain('Title \\(with brackets\\)')
  expect(file).toContain('supplier\x92s \x93plan\x94 \x96 \xa35 \\\\ done')
})
