/** One entry of a zip file, as its central directory has it. Sizes in bytes. */
export type ZipEntry = { name: string; sizeBytes: number; isLink: boolean }

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const mostEntries = 10_000

/** The longest tail that can hold the end record: the record and its comment. */
export const ZIP_TAIL_BYTES = END_BYTES + 0xffff

export type DirectoryPlace = { offset: number; length: number; entries: number }

/**
 * Where the central directory of a zip file lies. Null unless the file ends with its end record and the directory stands right before it:
 * nothing is hidden behind, and no second archive is appended. Files over 4 GB or in several parts have another form, and are null too.
 * @param tail the last bytes of the file, at most ZIP_TAIL_BYTES
 */
export function directoryPlace(tail: Buffer, fileBytes: number): DirectoryPlace | null {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endOfDirectory || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue
    const place = { entries: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
    const endsAtRecord = place.offset + place.length === fileBytes - tail.length + at
    return endsAtRecord && place.entries <= mostEntries ? place : null
  }
  return null
}

/** The entries of a central directory, or null when it is damaged. */
export function directoryEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== directoryEntry) return null
    const nameLength = directory.readUInt16LE(at + 28)
    const end = at + ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (end > directory.length) return null
    const unixKind = (directory.readUInt32LE(at + 38) >>> 16) & 0o170000
    entries.push({ name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength), sizeBytes: directory.readUInt32LE(at + 24), isLink: unixKind === 0o120000 })
    at = end
  }
  return at === directory.length ? entries : null
}

const mostUnpackedBytes = 500_000_000
const mostExpansion = 200

/** Whether an archive may be opened by whoever receives it: no entry leads out of its folder or is a link, and unpacking it does not fill a disk. */
export function isHarmlessArchive(entries: readonly ZipEntry[], fileBytes: number): boolean {
  const unpackedBytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (unpackedBytes > mostUnpackedBytes || unpackedBytes > fileBytes * mostExpansion) return false
  return entries.every(({ name, isLink }) => !isLink && !/^\/|^[A-Za-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(name))
}
