const grouped = new Intl.NumberFormat('en-GB')

/** '1,234'. */
export function thousands(count: number): string {
  return grouped.format(count)
}

/** '1 product', '1,234 products'. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`
}

/** 'a', 'a and b', 'a, b and c'. */
export function joined(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}
