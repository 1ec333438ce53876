/** What Windows-1252, which the built-in fonts of PDF use, has outside Latin-1. */
const windowsOnly: Record<string, number> = { '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97 }

function bytesOf(text: string): string {
  return text.replace(/[^\0-\xff]/gu, (character) => String.fromCharCode(windowsOnly[character] ?? 0x3f))
}

const escaped = (text: string) => bytesOf(text).replace(/[\\()]/g, '\\$&')

const lettersAcross = 92
const linesDown = 48

function wrapped(paragraph: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > lettersAcross) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pagesOf(paragraphs: readonly string[]): string[][] {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), ''])
  return Array.from({ length: Math.max(1, Math.ceil(lines.length / linesDown)) }, (_, page) => lines.slice(page * linesDown, (page + 1) * linesDown))
}

function drawing(title: string, lines: readonly string[]): string {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')
  return `BT /F2 15 Tf 56 780 Td (${escaped(title)}) Tj ET\nBT /F1 10.5 Tf 14.5 TL 56 750 Td\n${shown}\nET`
}

/** Joins objects, numbered from 1, with a table of where each begins. */
function assembled(objects: readonly string[], infoNumber: number): Buffer {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const starts = objects.map((object, index) => {
    const start = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = file.length
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${infoNumber} 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** A plain PDF of paragraphs under a title, over as many A4 pages as it takes. */
export function pdfOf(title: string, paragraphs: readonly string[]): Buffer {
  const pages = pagesOf(paragraphs)
  const firstPage = 6
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(title)}) /Producer (Made for a demonstration) >>`,
    ...pages.flatMap((lines, index) => {
      const content = drawing(pages.length > 1 ? `${title} (${index + 1} of ${pages.length})` : title, lines)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  return assembled(objects, 5)
}
