import { expect, test } from 'vitest'
import { ownPath } from './own-path'

test.each([
  ['/products?q=a', '/products?q=a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/a\n/b', '/'],
  [undefined, '/'],
])('%s leads to %s', (path, expected) => expect(ownPath(path)).toBe(expected))
