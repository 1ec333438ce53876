import { publicReader } from '@/lib/audit/record-event'
import { readStoredFile } from '@/lib/evidence/file-store'
import { evidenceForDownload } from '@/lib/evidence/queries'
import { logError } from '@/lib/platform/log'
import { currentActor } from '@/lib/web/session'

/** Evidence is saved, never shown: whatever is in it does not run in our pages. */
const sealed = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
}

const plain = (words: string, status: number) => new Response(words, { status, headers: { ...sealed, 'Content-Type': 'text/plain; charset=utf-8' } })

/** The name in both ways that browsers read: plain letters for old ones, all of it for the others. */
function disposition(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** The file of a revision, byte for byte, for whoever may open it. What may not be seen and what does not exist answer alike. */
export async function GET(_request: Request, { params }: { params: Promise<{ revisionId: string }> }): Promise<Response> {
  const { revisionId } = await params
  const file = await evidenceForDownload((await currentActor()) ?? publicReader, revisionId)
  if (!file) return plain('There is no such evidence.', 404)
  try {
    const bytes = await readStoredFile(file)
    return new Response(bytes, {
      headers: { ...sealed, 'Content-Type': file.mediaType, 'Content-Length': String(file.sizeBytes), 'Content-Disposition': disposition(file.fileName) },
    })
  } catch (error) {
    logError('kept evidence could not be read', { revisionId, reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
    return plain(`The file could not be read. Tell the register's office this reference: ${revisionId}`, 500)
  }
}
