import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileTypes, LARGEST_FILE_BYTES } from './evidence'
import { readStoredFile, storeFile } from './file-store'

const folder = mkdtempSync(join(tmpdir(), 'touchstone-files-'))
beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: 'postgres://nobody@localhost/none', NEXTAUTH_SECRET: 'x'.repeat(32), FILES_DIR: folder })
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const store = (name: string, content: Buffer | string) => storeFile(Readable.from([Buffer.from(content)]), name)
const quarantined = () => readdirSync(join(folder, '.quarantine'))
const keptFiles = () => readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((name) => readdirSync(join(folder, name)))

type Entry = { name: string; content: string | Buffer; mode?: number; claimedBytes?: number }

/** A zip file as office programs write it, or worse. */
function zip(entries: Entry[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o100644, claimedBytes } of entries) {
    const raw = Buffer.from(content)
    const packed = name === 'mimetype' ? raw : deflateRawSync(raw)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(name === 'mimetype' ? 0 : 8, 4)
    fixed.writeUInt32LE(crc32(raw), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(claimedBytes ?? raw.length, 18)
    fixed.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((mode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fixed, rest, Buffer.from(name))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(Buffer.byteLength(comment), 16)
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment)])
}

const contentTypes = (part: string) => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`,
})
const docxEntries: Entry[] = [contentTypes('wordprocessingml.document'), { name: '_rels/.rels', content: '<Relationships/>' }, { name: 'word/document.xml', content: '<w:document/>' }]

const pngOf = (width: number, height: number) => {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4, 'latin1')
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, Buffer.from('0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082', 'hex')])
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(50, 1), Buffer.from('ffd9', 'hex')])

describe('a file that is accepted', () => {
  test.each([
    ['report.pdf', pdf],
    ['screen.png', pngOf(2, 2)],
    ['photo.JPG', jpeg],
    ['case.docx', zip(docxEntries)],
    ['costs.xlsx', zip([contentTypes('spreadsheetml.sheet'), { name: 'xl/workbook.xml', content: '<workbook/>' }])],
    ['talk.pptx', zip([contentTypes('presentationml.presentation'), { name: 'ppt/presentation.xml', content: '<p/>' }])],
    ['plan.odt', zip([{ name: 'mimetype', content: fileTypes.odt }, { name: 'content.xml', content: '<office/>' }])],
    ['sums.ods', zip([{ name: 'mimetype', content: fileTypes.ods }, { name: 'content.xml', content: '<office/>' }])],
    ['rows.csv', 'name,"a ""quoted"" cell"\r\nnaïve,=1+1\r\n'],
    ['capability.json', readFileSync('package.json')],
    ['marked.json', '\ufeff{"a": 1}'],
    ['sbom.xml', '<?xml version="1.0"?>\n<!-- made by hand -->\n<bom xmlns="http://cyclonedx.org/schema/bom/1.5"/>'],
    ['statement.xml', '<CapabilityStatement xmlns="http://hl7.org/fhir"><text><div xmlns="http://www.w3.org/1999/xhtml">x</div></text></CapabilityStatement>'],
    ['notes.txt', 'Tested on 1 March 2026. 3 < 5, <b> is shown as it is.\n'],
  ])('%s comes out as it came in', async (name, content) => {
    const bytes = Buffer.from(content)
    const kept = await store(name, bytes)
    expect(kept).toMatchObject({ sha256: sha256(bytes), sizeBytes: bytes.length, mediaType: fileTypes[name.split('.').at(-1)?.toLowerCase() as keyof typeof fileTypes] })
    expect(await buffer(await readStoredFile(kept) as never)).toEqual(bytes)
  })

  test('is kept once however often it comes, readable by its owner alone, under its hash', async () => {
    const first = await store('a.pdf', pdf)
    expect(await store('../b.pdf', pdf)).toEqual({ ...first, fileName: 'b.pdf' })
    expect(keptFiles().filter((name) => name === first.sha256)).toHaveLength(1)
    expect(statSync(join(folder, first.sha256.slice(0, 2), first.sha256)).mode & 0o777).toBe(0o600)
  })

  test('may be 50 MB, and not a byte more', async () => {
    const piece = Buffer.alloc(LARGEST_FILE_BYTES / 50, 'a')
    const pieces = (bytes: Buffer[]) => Readable.from(bytes)
    expect(await storeFile(pieces(Array.from({ length: 50 }, () => piece)), 'large.txt')).toMatchObject({ sizeBytes: LARGEST_FILE_BYTES })
    await expect(storeFile(pieces([...Array.from({ length: 50 }, () => piece), Buffer.from('a')]), 'large.txt')).rejects.toMatchObject({ code: 'too-big' })
  })
})

describe('a file that is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  test.each([
    ['page.html', '<p>hello</p>', 'wrong-type'],
    ['drawing.svg', svg, 'wrong-type'],
    ['archive.zip', zip(docxEntries), 'wrong-type'],
    ['program.pdf.exe', 'MZ', 'wrong-type'],
    ['nothing.txt', '', 'empty'],
    ['page.pdf', '<html>%PDF-1.4 %%EOF', 'wrong-content'],
    ['cut.pdf', pdf.subarray(0, 30), 'wrong-content'],
    ['picture.png', jpeg, 'wrong-content'],
    ['cut.jpg', jpeg.subarray(0, 40), 'wrong-content'],
    ['rider.png', Buffer.concat([pngOf(2, 2), Buffer.from('<script>alert(1)</script>')]), 'wrong-content'],
    ['bomb.png', pngOf(40_000, 40_000), 'wrong-content'],
    ['sheet.docx', zip([contentTypes('spreadsheetml.sheet'), { name: 'xl/workbook.xml', content: '<workbook/>' }]), 'wrong-content'],
    ['plain-zip.docx', zip([{ name: 'word/document.xml', content: '<w/>' }]), 'wrong-content'],
    ['macro.docx', zip([...docxEntries, { name: 'word/vbaProject.bin', content: 'x' }]), 'has-macros'],
    ['slip.docx', zip([...docxEntries, { name: '../../etc/cron.d/x', content: 'x' }]), 'wrong-content'],
    ['absolute.docx', zip([...docxEntries, { name: '/etc/passwd', content: 'x' }]), 'wrong-content'],
    ['link.docx', zip([...docxEntries, { name: 'word/link', content: '/etc/passwd', mode: 0o120777 }]), 'wrong-content'],
    ['bomb.docx', zip([...docxEntries, { name: 'word/big', content: Buffer.alloc(5_000_000) }]), 'wrong-content'],
    ['liar.docx', zip([...docxEntries, { name: 'word/big', content: 'x', claimedBytes: 4_000_000_000 }]), 'wrong-content'],
    ['rider.docx', Buffer.concat([zip(docxEntries), Buffer.from('rider')]), 'wrong-content'],
    ['two.docx', Buffer.concat([zip(docxEntries), zip(docxEntries)]), 'wrong-content'],
    ['bad.json', '{"a": 1', 'wrong-content'],
    ['two.json', '{} {}', 'wrong-content'],
    ['old.csv', Buffer.from('na\xefve', 'latin1'), 'not-utf-8'],
    ['wide.txt', Buffer.from('\ufeffwide', 'utf16le'), 'wrong-content'],
    ['binary.txt', 'a\0b', 'not-utf-8'],
    ['page.txt', '\n <!-- x --><script>alert(1)</script>', 'wrong-content'],
    ['page.csv', '<!DOCTYPE html><html></html>', 'wrong-content'],
    ['drawing.txt', `<?xml version="1.0"?>${svg}`, 'wrong-content'],
    ['drawing.xml', svg, 'wrong-content'],
    ['named.xml', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', 'wrong-content'],
    ['page.xml', '<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml"/>', 'wrong-content'],
    ['laughs.xml', '<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>', 'wrong-content'],
    ['text.xml', 'just text', 'wrong-content'],
    ['pdf.txt', pdf, 'wrong-content'],
    ['shell.json', '#!/bin/sh\nrm -rf /', 'wrong-content'],
  ])('%s leaves nothing behind', async (name, content, code) => {
    const before = keptFiles()
    await expect(store(name, content)).rejects.toMatchObject({ name: 'DomainError', kind: 'invalid', field: 'file', code })
    expect(keptFiles()).toEqual(before)
    expect(quarantined()).toEqual([])
  })

  test('breaks off halfway, and leaves nothing behind', async () => {
    const broken = Readable.from((async function* () {
      yield pdf
      throw new Error('connection lost')
    })())
    await expect(storeFile(broken, 'half.pdf')).rejects.toThrow('connection lost')
    expect(quarantined()).toEqual([])
  })
})

describe('the store', () => {
  test('throws away what a crash left a day ago', async () => {
    const [old, fresh] = ['old.part', 'fresh.part'].map((name) => join(folder, '.quarantine', name)) as [string, string]
    for (const path of [old, fresh]) writeFileSync(path, 'left')
    utimesSync(old, new Date(0), new Date(0))
    await store('sweep.txt', 'sweep')
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
  })

  test('does not pass off a file whose length has changed, or one that is missing', async () => {
    const kept = await store('trust.txt', 'as it was received')
    writeFileSync(join(folder, kept.sha256.slice(0, 2), kept.sha256), 'something else')
    await expect(readStoredFile(kept)).rejects.toThrow('has 14 bytes instead of 18')
    await expect(readStoredFile({ ...kept, sha256: 'f'.repeat(64) })).rejects.toThrow()
  })

  test('knows no path but a hash', async () => {
    await expect(readStoredFile({ sha256: '../../../etc/passwd', sizeBytes: 1 })).rejects.toThrow(RangeError)
  })
})
