import { stringify } from 'csv-stringify/sync'

/** Everything a spreadsheet drops or skips before it looks for a formula, and whatever is not text. New lines inside a cell stay. */
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g

const startsFormula = /^[=+\-@|%＝＋－＠]/

/** A cell as text that no spreadsheet takes for a formula: without unseen characters, and marked with an apostrophe where it begins like one. */
export function safeCell(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unseen, '').trim()
  return startsFormula.test(plain) ? `'${plain}` : plain
}

/** A CSV file: a heading row, every cell quoted, lines ended as RFC 4180 has it. Begins with the mark by which Excel knows UTF-8. */
export function csvOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map(safeCell))
  return stringify(cells, { quoted: true, record_delimiter: '\r\n', bom: true })
}
