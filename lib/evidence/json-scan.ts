type Expecting = 'value' | 'value or close' | 'key' | 'key or close' | 'colon' | 'comma or close' | 'nothing'

const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const longestScalar = 1_000
const deepest = 1_000

/** What may follow an opening bracket, and what closes it. */
const brackets = {
  '{': { closedBy: '}', first: 'key or close', next: 'key' },
  '[': { closedBy: ']', first: 'value or close', next: 'value' },
} as const

const endOfRun = /["\\\0-\x1f]/g
const wordRun = /[^\s,:"[\]{}]+/y
const blankRun = /[ \t\r\n]+/y

function endOf(run: RegExp, text: string, at: number): number {
  run.lastIndex = at
  return run.test(text) ? run.lastIndex : at
}

type Bracket = keyof typeof brackets

/**
 * Reads JSON piece by piece and keeps nothing of it but the brackets that are open, so that 50 MB need no more memory than 50 bytes.
 * Agrees with JSON.parse, except that brackets nested deeper than 1,000 are refused.
 */
export class JsonScan {
  private expecting: Expecting = 'value'
  private readonly open: Bracket[] = []
  private inString = false
  /** Characters of an escape still to come: 'any' after the backslash, or hexadecimal digits after \u. */
  private escape: 'any' | number = 0
  private word = ''
  private failed = false

  write(text: string): void {
    let at = 0
    while (at < text.length && !this.failed) {
      if (this.inString) at = this.escape === 0 ? this.readString(text, at) : this.readEscape(text.charAt(at), at)
      else at = this.readToken(text, at)
    }
  }

  /** Whether all that was written is one JSON value. Call it once, at the end. */
  isComplete(): boolean {
    this.endWord()
    return !this.failed && !this.inString && this.open.length === 0 && this.expecting === 'nothing'
  }

  private readString(text: string, at: number): number {
    endOfRun.lastIndex = at
    const found = endOfRun.exec(text)
    if (!found) return text.length
    if (found[0] === '"') this.endString()
    else if (found[0] === '\\') this.escape = 'any'
    // A raw line break or tab.
    else this.failed = true
    return found.index + 1
  }

  private readEscape(character: string, at: number): number {
    if (this.escape === 'any') {
      if (!/["\\/bfnrtu]/.test(character)) this.failed = true
      this.escape = character === 'u' ? 4 : 0
    } else {
      if (!/[0-9a-fA-F]/.test(character)) this.failed = true
      this.escape -= 1
    }
    return at + 1
  }

  private endString(): void {
    this.inString = false
    if (this.expecting.startsWith('key')) this.expecting = 'colon'
    else this.endValue()
  }

  private readToken(text: string, at: number): number {
    const end = endOf(wordRun, text, at)
    if (end > at) {
      this.word += text.slice(at, end)
      if (this.word.length > longestScalar) this.failed = true
      return end
    }
    this.endWord()
    const blankEnd = endOf(blankRun, text, at)
    if (blankEnd > at) return blankEnd
    this.take(text.charAt(at))
    return at + 1
  }

  private endWord(): void {
    if (this.word === '') return
    if (!this.expecting.startsWith('value') || !scalar.test(this.word)) this.failed = true
    this.word = ''
    this.endValue()
  }

  private take(character: string): void {
    if (character === '"') this.startString()
    else if (character === '{' || character === '[') this.openBracket(character)
    else if (character === '}' || character === ']') this.closeBracket(character)
    else this.takeSeparator(character)
  }

  private takeSeparator(character: string): void {
    if (character === ':' && this.expecting === 'colon') this.expecting = 'value'
    else if (character === ',' && this.expecting === 'comma or close') this.expecting = this.inside('next')
    else this.failed = true
  }

  private startString(): void {
    if (!/^(?:value|key)/.test(this.expecting)) this.failed = true
    this.inString = true
  }

  private openBracket(bracket: Bracket): void {
    if (!this.expecting.startsWith('value') || this.open.length >= deepest) this.failed = true
    this.open.push(bracket)
    this.expecting = this.inside('first')
  }

  private closeBracket(bracket: string): void {
    const opened = this.open.pop()
    if (opened === undefined || brackets[opened].closedBy !== bracket || !this.expecting.endsWith('close')) this.failed = true
    this.endValue()
  }

  private endValue(): void {
    this.expecting = this.open.length === 0 ? 'nothing' : 'comma or close'
  }

  private inside(what: 'first' | 'next'): Expecting {
    const last = this.open.at(-1)
    return last === undefined ? 'nothing' : brackets[last][what]
  }
}
