import { sizeInWords } from '@/lib/evidence/evidence'
import { dayInWords, type Day } from '@/lib/platform/day'

export type ShownRevision = { id: string; kind: 'file' | 'link'; fileName: string | null; url: string | null; sizeBytes: number | null }

/** Leads to what a revision is: its file to save, or its page elsewhere. `name` is the name of the item. */
export function EvidenceLink({ revision, name }: { revision: ShownRevision; name: string }) {
  const { id, kind, fileName, url, sizeBytes } = revision
  if (kind === 'link') {
    const host = url !== null && URL.canParse(url) ? new URL(url).host : 'another site'
    return <a className="touchstone-break" href={url ?? ''} rel="noreferrer nofollow">{name} (page on {host})</a>
  }
  const size = sizeBytes === null ? '' : `, ${sizeInWords(sizeBytes)}`
  return <a className="touchstone-break" href={`/evidence/${id}`} download>{name} ({fileName}{size})</a>
}

/** 'Collected on 1 March 2026, holds until 28 February 2027'. */
export function evidenceDays({ collectedOn, expiresOn }: { collectedOn: Day; expiresOn: Day | null }): string {
  const until = expiresOn === null ? '' : `, holds until ${dayInWords(expiresOn)}`
  return `Collected on ${dayInWords(collectedOn)}${until}`
}
