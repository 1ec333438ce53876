import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { FileRefusal, fileTypes, type FileEnding, type MediaType } from './evidence'
import { JsonScan } from './json-scan'
import { startsAsText, startsAsXml } from './text-start'
import { directoryEntries, directoryPlace, isHarmlessArchive, ZIP_TAIL_BYTES, type ZipEntry } from './zip-directory'

type Check = (file: FileHandle, fileBytes: number) => Promise<boolean>

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

const tailOf = (file: FileHandle, fileBytes: number, most: number) => bytesAt(file, Math.max(0, fileBytes - most), Math.min(most, fileBytes))

const isWholePdf: Check = async (file, fileBytes) => (
  (await bytesAt(file, 0, 5)).toString('latin1') === '%PDF-' && (await tailOf(file, fileBytes, 2048)).includes('%%EOF')
)

const mostPixels = 100_000_000
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex')

/** The last chunk ends the file, so that nothing rides behind the picture; and it does not unfold into gigabytes. */
const isWholePng: Check = async (file, fileBytes) => {
  const header = await bytesAt(file, 0, 24)
  if (header.length < 24 || header.toString('latin1', 12, 16) !== 'IHDR') return false
  return header.readUInt32BE(16) * header.readUInt32BE(20) <= mostPixels && (await tailOf(file, fileBytes, pngEnd.length)).equals(pngEnd)
}

const isWholeJpeg: Check = async (file, fileBytes) => (await tailOf(file, fileBytes, 1024)).includes(Buffer.from([0xff, 0xd9]))

async function zipEntries(file: FileHandle, fileBytes: number): Promise<ZipEntry[] | null> {
  const place = directoryPlace(await tailOf(file, fileBytes, ZIP_TAIL_BYTES), fileBytes)
  return place && directoryEntries(await bytesAt(file, place.offset, place.length), place.entries)
}

/** @throws FileRefusal 'has-macros' */
function isWholeArchive(part: string): Check {
  return async (file, fileBytes) => {
    const entries = await zipEntries(file, fileBytes)
    if (!entries?.some(({ name }) => name.startsWith(part)) || !isHarmlessArchive(entries, fileBytes)) return false
    if (entries.some(({ name }) => /(?:^|\/)(?:vbaProject\.bin|Basic\/)/i.test(name))) throw new FileRefusal('has-macros')
    return true
  }
}

const wholeFile: Partial<Record<MediaType, Check>> = {
  [fileTypes.pdf]: isWholePdf,
  [fileTypes.png]: isWholePng,
  [fileTypes.jpg]: isWholeJpeg,
  [fileTypes.docx]: isWholeArchive('word/'),
  [fileTypes.xlsx]: isWholeArchive('xl/'),
  [fileTypes.pptx]: isWholeArchive('ppt/'),
  [fileTypes.odt]: isWholeArchive('content.xml'),
  [fileTypes.ods]: isWholeArchive('content.xml'),
}

async function isWhole(path: string, fileBytes: number, check: Check): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    return await check(file, fileBytes)
  } finally {
    await file.close()
  }
}

/** Pieces of a file as text. @throws FileRefusal 'not-utf-8' for bytes that are none, and for control characters that no text holds */
async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const piece = (bytes?: Buffer) => {
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
      if (!/[\0-\x08\x0b\x0e-\x1f]/.test(text)) return text
    } catch {
      // Falls through to the refusal: what the decoder says of the bytes helps nobody.
    }
    throw new FileRefusal('not-utf-8')
  }
  for await (const bytes of createReadStream(path, { highWaterMark: 65_536 })) yield piece(bytes as Buffer)
  yield piece()
}

const startLength = 65_536

/** Reads all of a text, so that every byte of it is known to be text, and judges it by its start or, for JSON, as a whole. */
async function isText(path: string, ending: FileEnding): Promise<boolean> {
  const json = ending === 'json' ? new JsonScan() : null
  let start = ''
  for await (const text of textOf(path)) {
    json?.write(text)
    if (start.length < startLength) start += text
  }
  if (json) return json.isComplete()
  return ending === 'xml' ? startsAsXml(start) : startsAsText(start)
}

/** Only XML has a signature of its own; any other signature in a text is a file in disguise. */
async function isHonestText(path: string, ending: FileEnding, found: string | undefined): Promise<boolean> {
  const isUndisguised = found === undefined || (ending === 'xml' && found === 'application/xml')
  return isUndisguised && isText(path, ending)
}

async function isHonestBinary(path: string, fileBytes: number, expected: MediaType, found: string | undefined): Promise<boolean> {
  const check = wholeFile[expected]
  return found === expected && check !== undefined && isWhole(path, fileBytes, check)
}

/**
 * The media type of a file whose content is what its ending says. Neither the name nor what the browser claims is believed.
 * @throws FileRefusal when it is not
 */
export async function checkContent(path: string, fileBytes: number, ending: FileEnding): Promise<MediaType> {
  const expected = fileTypes[ending]
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime
  const isHonest = ['csv', 'json', 'xml', 'txt'].includes(ending) ? await isHonestText(path, ending, found) : await isHonestBinary(path, fileBytes, expected, found)
  if (!isHonest) throw new FileRefusal('wrong-content')
  return expected
}
