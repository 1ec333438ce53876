import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { addLinkRevision, addRevision, receiveFile, receiveLink } from '@/lib/evidence/commands'
import { storeFile } from '@/lib/evidence/file-store'
import type { Member } from '@/lib/identity/actor'
import { today } from '@/lib/platform/clock'
import { addDays, addMonths, dayFromDate, dayInWords, daysBetween, type Day } from '@/lib/platform/day'
import { reading } from '@/lib/platform/db'
import { toldUnder } from '../answers/answer-writer'
import type { Teller } from '../answers/teller'
import { documentKinds, type DocumentKind, type DocumentName, type FileMaking } from './documents'
import { pdfOf } from './pdf'
import { criteriaShowing } from './shown-for'

/** How old a document that names no end may grow before the supplier sends a newer one. */
const FRESH_DAYS = 100

type Held = { itemId: string; revisionId: string; collectedOn: Day; expiresOn: Day | null }

/** The newest revision of each item of a supplier, by name. */
async function readLibrary(supplier: Member): Promise<Map<string, Promise<Held>>> {
  const items = await reading(supplier, (tx) => tx.evidenceItem.findMany({ where: { supplierId: supplier.bodyId }, include: { revisions: { orderBy: { number: 'desc' }, take: 1 } } }))
  return new Map(items.flatMap(({ id, name, revisions }) => revisions.map((revision) => [name, Promise.resolve({
    itemId: id, revisionId: revision.id, collectedOn: dayFromDate(revision.collectedOn), expiresOn: revision.expiresOn && dayFromDate(revision.expiresOn),
  })] as const)))
}

/** Read once: nobody else writes while the demonstration is told. Two products told at one instant find each other's certificates here. */
const libraries = new Map<string, Promise<Map<string, Promise<Held>>>>()

function libraryOf(supplier: Member): Promise<Map<string, Promise<Held>>> {
  const library = libraries.get(supplier.bodyId) ?? readLibrary(supplier)
  libraries.set(supplier.bodyId, library)
  return library
}

function stillServes({ shared, ageDays }: DocumentKind, { collectedOn, expiresOn }: Held): boolean {
  if (expiresOn !== null) return daysBetween(today(), expiresOn) > 60
  return daysBetween(collectedOn, today()) <= (shared ? FRESH_DAYS : ageDays)
}

function pdfContent(t: Teller, name: DocumentName, title: string, collectedOn: Day): Buffer {
  return pdfOf(title, [
    `${t.s} (fictitious), ${t.supplier.address}. ${dayInWords(collectedOn)}.`,
    `This document was made for the demonstration of the register. ${t.s}, ${t.p} and everybody named here are fictitious.`,
    `About ${t.r}: ${t.offered.summary}`,
    ...toldUnder(criteriaShowing(name), t).map(({ key, text }) => `${key}. ${text}`),
  ])
}

/** 'larkrise-meds-tls-scan-2026-11-03.csv'. */
const fileNameOf = (title: string, day: Day, ending: string) => `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${day}.${ending}`

async function store(t: Teller, name: DocumentName, title: string, collectedOn: Day, make: FileMaking) {
  const [ending, content] = make === 'pdf' ? ['pdf', pdfContent(t, name, title, collectedOn)] as const : [make.ending, make.content(t)] as const
  return storeFile(Readable.from([Buffer.from(content)]), fileNameOf(title, collectedOn, ending))
}

/** Sends a document in, as a new item or as the next revision of the one that is there. */
async function send(supplier: Member, t: Teller, name: DocumentName, before: Held | undefined): Promise<Held> {
  const { title, visibility, ageDays, lifeMonths, make }: DocumentKind = documentKinds[name]
  const itemName = title(t)
  const collectedOn = addDays(today(), -ageDays)
  const expiresOn = lifeMonths === undefined ? null : addDays(addMonths(collectedOn, lifeMonths), -1)
  const days = { formKey: randomUUID(), collectedOn, expiresOn }
  if (typeof make === 'object' && 'link' in make) {
    const url = make.link(t)
    const link = before ? await addLinkRevision(supplier, { ...days, itemId: before.itemId, url }) : await receiveLink(supplier, { ...days, itemName, visibility, url })
    return { ...link, collectedOn, expiresOn }
  }
  const file = await store(t, name, itemName, collectedOn, make)
  const kept = before ? await addRevision(supplier, { ...days, itemId: before.itemId }, file) : await receiveFile(supplier, { ...days, itemName, visibility }, file)
  return { ...kept, collectedOn, expiresOn }
}

/** The revision of a document to show today: the one in the supplier's library while it serves, else a new one. */
export function shelf(supplier: Member, t: Teller): (name: DocumentName) => Promise<string> {
  return async (name) => {
    const library = await libraryOf(supplier)
    const title = documentKinds[name].title(t)
    const before = library.get(title)
    const found = before === undefined ? send(supplier, t, name, undefined) : before.then((held) => (stillServes(documentKinds[name], held) ? held : send(supplier, t, name, held)))
    library.set(title, found)
    return (await found).revisionId
  }
}
