/** The page that an address asks for: 1 when it asks for none, or for nonsense. */
export function pageNumber(value: string | string[] | undefined): number {
  const asked = Number(Array.isArray(value) ? value[0] : value)
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
}
