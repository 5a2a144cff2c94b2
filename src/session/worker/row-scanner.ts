/**
 * Hands out whole rows of one array of a JSON text that is still arriving: of `{"secrets":[{…},{…},{"i` two.
 * It only counts brackets outside of strings, and hops over those; `JSON.parse` judges every piece of the text.
 */
export class RowScanner {
  readonly #name: string
  /** What has arrived and was not taken. */
  #pieces: string[] = []
  /** The text before the rows, once some were taken. */
  #head: string | null = null
  // Places count from the beginning of the text.
  #taken = 0
  #scanned = 0
  #firstRow = 0
  #endOfLastRow = 0
  #waiting = 0

  #depth = 0
  #isString = false
  #isEscaped = false
  #lastName = ''
  #isRows = false
  #isOver = false

  /** `name` is that of the array in the outermost object. */
  constructor(name: string) {
    this.#name = name
  }

  /** Takes the next piece and returns how many whole rows wait to be taken. */
  feed(piece: string): number {
    this.#pieces.push(piece)
    if (!this.#isOver) this.#scan(piece)
    this.#scanned += piece.length
    return this.#waiting
  }

  /** The rows that wait. Throws `SyntaxError`. */
  take(): unknown[] {
    if (this.#waiting === 0) return []
    const text = this.#pieces.join('')
    const end = this.#endOfLastRow - this.#taken
    const isFirst = this.#head === null
    this.#head ??= text.slice(0, this.#firstRow)
    this.#pieces = [text.slice(end)]
    this.#taken = this.#endOfLastRow
    this.#waiting = 0
    return parseRows(text.slice(isFirst ? this.#firstRow : 0, end), isFirst)
  }

  /** The whole answer, when all of it has arrived, without the rows that were taken. Throws `SyntaxError`. */
  rest(): unknown {
    const text = this.#pieces.join('')
    if (this.#head === null) return JSON.parse(text)
    const answer = JSON.parse(`${this.#head}0${text}`) as Record<string, unknown>
    const rows = answer[this.#name]
    // Where the name stood twice, the rows that were taken are not those that count.
    if (!Array.isArray(rows) || rows.shift() !== 0) throw new SyntaxError(`${this.#name} stands there twice`)
    return answer
  }

  #scan(piece: string): void {
    let backslash = piece.indexOf('\\')
    let at = 0
    while (at < piece.length && !this.#isOver) {
      if (!this.#isString) {
        this.#step(piece.charCodeAt(at), this.#scanned + at)
        at += 1
        continue
      }
      if (backslash !== -1 && backslash < at) backslash = piece.indexOf('\\', at)
      const end = this.#skipString(piece, at, backslash)
      if (this.#depth === ANSWER) this.#lastName += piece.slice(at, this.#isString ? end : end - 1)
      at = end
    }
  }

  /** Where the string, or this stretch of it, ends. */
  #skipString(piece: string, at: number, backslash: number): number {
    if (this.#isEscaped) {
      this.#isEscaped = false
      return at + 1
    }
    const quote = piece.indexOf('"', at)
    if (backslash !== -1 && (quote === -1 || backslash < quote)) {
      this.#isEscaped = true
      return backslash + 1
    }
    if (quote === -1) return piece.length
    this.#isString = false
    return quote + 1
  }

  #step(code: number, place: number): void {
    if (code === QUOTE) {
      this.#isString = true
      if (this.#depth === ANSWER) this.#lastName = ''
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      this.#depth += 1
      if (this.#depth === ARRAY && code === OPEN_BRACKET && this.#lastName === this.#name) {
        this.#isRows = true
        this.#firstRow = place + 1
      }
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (this.#isRows) this.#close(place)
      this.#depth -= 1
    }
  }

  #close(place: number): void {
    if (this.#depth === ROW) {
      this.#waiting += 1
      this.#endOfLastRow = place + 1
    }
    if (this.#depth === ARRAY) this.#isOver = true
  }
}

/** Later rows begin with the comma behind the one before them, which must be there. */
function parseRows(text: string, isFirst: boolean): unknown[] {
  if (isFirst) return JSON.parse(`[${text}]`) as unknown[]
  return (JSON.parse(`[0${text}]`) as unknown[]).slice(1)
}

const QUOTE = 34
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const ANSWER = 1
const ARRAY = 2
const ROW = 3
