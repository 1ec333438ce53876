import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { FileRefusal, LARGEST_FILE_BYTES, type StoredFile } from '@/lib/evidence/evidence'
import { storeFile } from '@/lib/evidence/file-store'

/** What came: the fields, and the file as it was kept, why it was refused, or null when none was chosen. */
export type Upload = { fields: FormData; file: StoredFile | FileRefusal | null }

/** The form around the file, generously. */
const OTHER_PARTS_BYTES = 1_000_000

const limits = { files: 1, fields: 30, parts: 31, fieldSize: 10_000, fieldNameSize: 100, fileSize: LARGEST_FILE_BYTES + 1 }

/**
 * Reads a form with a file as it arrives; the file goes straight to the store, and is at no time in memory.
 * The fields come before the file, so that a form with something wrong in it stores nothing.
 * @param isWanted whether to keep the file, given the fields so far
 * @throws Error when the request is no such form or breaks off; nothing of it stays
 */
export async function readUpload(request: Request, isWanted: (fields: FormData) => boolean): Promise<Upload> {
  if (!request.body) throw new Error('There is no form in the request')
  const parser = busboy({ headers: Object.fromEntries(request.headers), limits, defParamCharset: 'utf8' })
  const fields = new FormData()
  const stopping = new AbortController()
  let storing: Promise<StoredFile | FileRefusal | null> = Promise.resolve(null)
  parser.on('field', (name, value) => fields.append(name, value))
  parser.on('file', (_name, stream, { filename }: { filename?: string }) => {
    storing = fileOf(request.headers, stream, filename, isWanted(fields))
    // A disk that is full ends the reading too; the reason comes out below.
    storing.catch(() => stopping.abort())
  })
  const reading = pipeline(Readable.fromWeb(request.body as ReadableStream), parser, { signal: stopping.signal })
  return { fields, file: await reading.then(() => storing, () => storing.then(interrupted)) }
}

/** Whatever is not kept is still read to its end: a browser that is answered while it sends shows its own error page, and what was typed is gone. */
async function fileOf(headers: Headers, stream: Readable, fileName: string | undefined, isWanted: boolean): Promise<StoredFile | FileRefusal | null> {
  const isTooBig = Number(headers.get('content-length') ?? 0) > LARGEST_FILE_BYTES + OTHER_PARTS_BYTES
  if (fileName !== undefined && isWanted && !isTooBig) return keep(stream, fileName)
  stream.resume()
  return isTooBig ? new FileRefusal('too-big') : null
}

function interrupted(): never {
  throw new FileRefusal('interrupted')
}

async function keep(stream: Readable, fileName: string): Promise<StoredFile | FileRefusal> {
  try {
    return await storeFile(stream, fileName)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    // Refused by its name alone: the rest still has to pass.
    stream.resume()
    return error
  }
}
