import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { JsonScan } from './json-scan'

function accepts(text: string, pieceLength = 3): boolean {
  const scan = new JsonScan()
  for (let at = 0; at < text.length; at += pieceLength) scan.write(text.slice(at, at + pieceLength))
  return scan.isComplete()
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const cases = [
  '{}', '[]', '""', '0', '-0', '-0.5e+10', 'true', 'null', ' [1, 2 ,{"a" : [ ] } ] \n', '{"a":{"b":[null,true,false,"\\u00e9\\n\\\\"]}}', '"\\ud83d"',
  '', ' ', '{', '[', '[1,]', '[,1]', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', "{'a':1}", '[1 2]', '01', '1.', '.5', '+1', '1e', 'NaN', 'True', '[}', '{]', ']', '}', '[]]', '[][]', '{}{}',
  '"a', '"\\x"', '"\\u12g4"', '"\\u12"', '"\n"', '"\t"', '1 1', '"a" "b"', ':', ',', '{"a"::1}', '{"a":1:2}', '{1:2}', '{,}', '// no', '[1]//', '\u00a0[]', '[1\u00a0]', 'truefalse', '[true"a"]', '["a"true]', '{"a":1"b":2}',
]

describe('a scan of JSON', () => {
  test.each(cases)('agrees with the parser on %j', (text) => {
    for (const length of [1, 2, 3, 1000]) expect(accepts(text, length)).toBe(parses(text))
  })

  test('agrees with the parser on ten thousand mangled documents', () => {
    const document = JSON.stringify({ resourceType: 'CapabilityStatement', rest: [{ mode: 'server', security: { cors: true }, n: -1.5e3, s: 'a "quoted" \\ word\n' }, [], {}, null] })
    const letters = '{}[]",:\\tn10e-. \nu'
    let seed = 7
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let round = 0; round < 10_000; round++) {
      const at = random(document.length)
      const mangled = document.slice(0, at) + letters.charAt(random(letters.length)) + document.slice(at + random(3))
      if (accepts(mangled, 1 + random(20)) !== parses(mangled)) expect(mangled).toBe('read alike')
    }
  })

  test('refuses nesting that is too deep', () => {
    expect(accepts('['.repeat(1000) + ']'.repeat(1000), 100)).toBe(true)
    expect(accepts('['.repeat(1001) + ']'.repeat(1001), 100)).toBe(false)
  })

  test('takes this project’s own package file', () => expect(accepts(readFileSync('package.json', 'utf8'), 64)).toBe(true))
})
