const keptAsIs = new Set(['NHS', 'CCG', 'ICB', 'ICS'])
const small = new Set(['AND', 'OF', 'FOR', 'ON', 'THE'])

function word(text: string, isFirst: boolean): string {
  if (keptAsIs.has(text)) return text
  if (small.has(text) && !isFirst) return text.toLowerCase()
  return text.toLowerCase().replace(/(^|[-(&/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** ODS writes in capitals; people read 'King’s Lynn, NHS Foundation Trust'. A name that has small letters already is left alone. */
export function nameInTitleCase(name: string): string {
  if (name !== name.toUpperCase()) return name
  return name.split(/\s+/).map((text, index) => word(text, index === 0)).join(' ')
}
