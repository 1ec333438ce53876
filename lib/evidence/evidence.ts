import { addDays, addMonths, type Day } from '@/lib/platform/day'
import { DomainError } from '@/lib/platform/domain-error'

/** 50 MB. */
export const LARGEST_FILE_BYTES = 52_428_800

/** What may be shown, by the ending of its name. The content must agree with the ending. */
export const fileTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
} as const

export type FileEnding = keyof typeof fileTypes
export type MediaType = (typeof fileTypes)[FileEnding]

/** For a file field's `accept`: '.pdf,.png,…'. */
export const acceptedEndings = Object.keys(fileTypes).map((ending) => `.${ending}`).join(',')

export function endingOf(fileName: string): FileEnding | null {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(fileTypes, ending) ? (ending as FileEnding) : null
}

export const fileRefusals = {
  'no-file': 'Choose a file',
  empty: 'The file is empty. Choose another',
  'too-big': 'The file must be 50 MB or smaller',
  'wrong-type': 'The file must be a PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV, JSON, XML or plain text file',
  'wrong-content': 'The file is damaged, or is not what the ending of its name says. Open it, save it again and choose the new copy',
  'not-utf-8': 'The file must be saved as UTF-8 text. Save it again with that encoding',
  'has-macros': 'The file holds macros. Save it without macros',
  interrupted: 'The file did not arrive complete. Choose it again',
} as const

export type FileRefusalCode = keyof typeof fileRefusals

/** A file that is not kept. Nothing of it stays. */
export class FileRefusal extends DomainError {
  constructor(readonly code: FileRefusalCode) {
    super('invalid', fileRefusals[code], 'file')
  }
}

const longestName = 120
const unfitCharacters = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}<>:"|?*]/gu

/**
 * A name fit to be shown and offered for saving: the last part of any path, without control characters, marks that turn
 * the direction of writing, or characters that some system forbids. It is never used as a path here.
 */
export function cleanFileName(typed: string): string {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(unfitCharacters, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  const ending = endingOf(plain)
  if (ending === null) return plain.slice(0, longestName) || 'evidence'
  const stem = plain.slice(0, -(ending.length + 1)).slice(0, longestName - ending.length - 1).trim()
  return `${stem || 'evidence'}.${ending}`
}

/** A file that is kept. `sha256` is of its bytes as they came, in small hex letters, and is all that leads to it. */
export type StoredFile = { sha256: string; sizeBytes: number; mediaType: MediaType; fileName: string }

export const visibilities = ['assessors', 'buyers', 'public'] as const
export type Visibility = (typeof visibilities)[number]

export const visibilityNames: Record<Visibility, string> = {
  assessors: 'Assessors only',
  buyers: 'Assessors and NHS buyers',
  public: 'Everybody',
}

export type Freshness = 'current' | 'ending' | 'expired' | 'too_old'

export const freshnessNames: Record<Freshness, string> = { current: 'In date', ending: 'Expires soon', expired: 'Expired', too_old: 'Too old' }

const WARNING_DAYS = 30

/**
 * Whether evidence still holds on a day.
 * @param maximumAgeMonths how old it may be where it is shown, counted from the day it was collected; null for any age
 */
export function freshnessOn(day: Day, { collectedOn, expiresOn }: { collectedOn: Day; expiresOn: Day | null }, maximumAgeMonths: number | null = null): Freshness {
  if (expiresOn !== null && day > expiresOn) return 'expired'
  // Twelve months from 1 April end on 31 March: the anniversary itself is too late.
  const holdsUntil = maximumAgeMonths === null ? null : addDays(addMonths(collectedOn, maximumAgeMonths), -1)
  if (holdsUntil !== null && day > holdsUntil) return 'too_old'
  const soon = addDays(day, WARNING_DAYS)
  return [expiresOn, holdsUntil].some((last) => last !== null && last <= soon) ? 'ending' : 'current'
}

/** '1.4 MB', '12 KB', '1 byte': thousands, as file managers count. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  if (bytes >= 1_000) return `${Math.round(bytes / 1_000)} KB`
  return bytes === 1 ? '1 byte' : `${bytes} bytes`
}
