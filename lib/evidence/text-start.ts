const webPage = /^(?:<!--[\s\S]*?-->|\s)*<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed)\b/i

/** Whether plain text or CSV really is no web page or drawing that a browser would run. */
export function startsAsText(start: string): boolean {
  return !webPage.test(start) && !startsAsXml(start.trimStart())
}

const declaration = /^\s*<\?xml\s[^>]*\?>/
const betweenMarkup = /^(?:\s+|<!--[\s\S]*?-->|<\?(?!xml\s)[\s\S]*?\?>)/
const element = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/

/**
 * Whether text begins as an XML document whose root is neither a web page nor a drawing. A document type declaration is refused:
 * nothing we receive needs one, and it can make a reader fetch files or fill its memory.
 */
export function startsAsXml(start: string): boolean {
  let rest = start.replace(declaration, '')
  for (let found = betweenMarkup.exec(rest); found; found = betweenMarkup.exec(rest)) rest = rest.slice(found[0].length)
  const root = element.exec(rest)?.[2]?.toLowerCase()
  return root !== undefined && !['html', 'svg', 'xsl', 'stylesheet', 'transform'].includes(root)
}
