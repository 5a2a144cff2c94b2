/**
 * Finds whole rows of the first array in a JSON text that is still arriving:
 * `{"secrets":[{…},{…}` gives `[{…},{…}]` long before the end. It only counts braces outside of strings;
 * whoever takes the rows parses them.
 */
export class RowScanner {
  #text = ''
  #at = 0
  #depth = 0
  #inString = false
  #escaped = false
  #firstRow = -1
  #endOfLastRow = -1
  #rows = 0
  #isOver = false

  /** Takes the next piece and returns how many whole rows have arrived. */
  feed(piece: string): number {
    this.#text += piece
    const { length } = this.#text
    while (!this.#isOver && this.#at < length) {
      this.#step(this.#text.charCodeAt(this.#at))
      this.#at += 1
    }
    return this.#rows
  }

  /** JSON text of an array with the rows found so far. */
  rowsText(): string {
    return this.#rows === 0 ? '[]' : `[${this.#text.slice(this.#firstRow, this.#endOfLastRow)}]`
  }

  get text(): string {
    return this.#text
  }

  #step(code: number): void {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (code === BACKSLASH) this.#escaped = true
      else if (code === QUOTE) this.#inString = false
      return
    }
    if (code === QUOTE) this.#inString = true
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#open()
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.#close()
  }

  // Depth 1 is the answer, 2 the array, 3 a row.
  #open(): void {
    this.#depth += 1
    if (this.#depth === ROW && this.#firstRow === -1) this.#firstRow = this.#at
  }

  #close(): void {
    if (this.#depth === ROW) {
      this.#rows += 1
      this.#endOfLastRow = this.#at + 1
    }
    // Later arrays hold rows of another kind.
    if (this.#depth === ARRAY) this.#isOver = true
    this.#depth -= 1
  }
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const ARRAY = 2
const ROW = 3
