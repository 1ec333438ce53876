import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { cleanFileName, endingOf, FileRefusal, LARGEST_FILE_BYTES, type StoredFile } from './evidence'
import { checkContent } from './file-content'

const quarantine = () => join(env().FILES_DIR, '.quarantine')

const STALE_MS = 24 * 3_600_000

/** Throws away what a crash left behind a day ago or longer. */
async function clearQuarantine(): Promise<void> {
  for (const name of await readdir(quarantine())) {
    const path = join(quarantine(), name)
    const left = await stat(path).catch(() => null)
    if (left && now().getTime() - left.mtimeMs > STALE_MS) await unlink(path).catch(() => undefined)
  }
}

/** The only way to a path: by the hash of the content, never by a name. */
function pathOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('That is no SHA-256')
  return join(env().FILES_DIR, sha256.slice(0, 2), sha256)
}

/**
 * Counts and hashes what passes. Beyond the cap nothing more is written, but the rest is still read: whoever sends
 * gets an answer instead of a broken connection.
 */
function measure() {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const stream = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      sizeBytes += bytes.length
      if (sizeBytes > LARGEST_FILE_BYTES) return done()
      hash.update(bytes)
      done(null, bytes)
    },
    flush(done) {
      done(sizeBytes > LARGEST_FILE_BYTES ? new FileRefusal('too-big') : null)
    },
  })
  return { stream, result: () => ({ sizeBytes, sha256: hash.digest('hex') }) }
}

async function receive(source: Readable, path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const { stream, result } = measure()
  const file = await open(path, 'wx', 0o600)
  try {
    await pipeline(source, stream, file.createWriteStream({ flush: true }))
  } finally {
    await file.close().catch(() => undefined)
  }
  return result()
}

/** A new name in a folder survives a power cut only when the folder itself is written out. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function release(path: string, sha256: string): Promise<void> {
  const kept = pathOf(sha256)
  await mkdir(dirname(kept), { recursive: true, mode: 0o700 })
  await rename(path, kept)
  await flushFolder(dirname(kept))
}

/**
 * Keeps a file under its SHA-256. It is read into quarantine, never into memory, and gets its name only when all of it is there,
 * is of a kind that is accepted, and is on the disk. The same content again is kept once.
 * @param typedName what the sender calls it: its ending says which content to expect, and its cleaned form is given back
 * @throws FileRefusal when it is not accepted; nothing of it stays
 */
export async function storeFile(source: Readable, typedName: string): Promise<StoredFile> {
  const fileName = cleanFileName(typedName)
  const ending = endingOf(fileName)
  if (ending === null) throw new FileRefusal('wrong-type')
  await mkdir(quarantine(), { recursive: true, mode: 0o700 })
  await clearQuarantine()
  const path = join(quarantine(), `${randomUUID()}.part`)
  try {
    const { sizeBytes, sha256 } = await receive(source, path)
    if (sizeBytes === 0) throw new FileRefusal('empty')
    const mediaType = await checkContent(path, sizeBytes, ending)
    await release(path, sha256)
    return { sha256, sizeBytes, mediaType, fileName }
  } catch (error) {
    await unlink(path).catch(() => undefined)
    throw error
  }
}

/**
 * The bytes of a kept file.
 * @throws Error when the file is missing or its length is not what was received: it must not be passed off as the evidence
 */
export async function readStoredFile({ sha256, sizeBytes }: Pick<StoredFile, 'sha256' | 'sizeBytes'>): Promise<ReadableStream<Uint8Array>> {
  const path = pathOf(sha256)
  const found = await stat(path)
  if (found.size !== sizeBytes) throw new Error(`The kept file ${sha256} has ${found.size} bytes instead of ${sizeBytes}`)
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
}
