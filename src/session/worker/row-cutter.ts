/** What an answer with rows begins with. Any other order of fields is as good, but waits for its end. */
const BEGINNING = /^\s*\{\s*"secrets"\s*:\s*\[/
const BETWEEN_ROWS = '},{'
const TRIES = 3

/**
 * Cuts whole rows off `{"secrets":[{…},{…},{…` while it is still arriving. A place between two objects is only
 * guessed: it is one of the array's exactly if what stands before it is JSON, and `JSON.parse`, which has to read
 * it anyway, says so. Inside of a string or of a row it is not, and what cannot be cut is read at the end.
 */
export class RowCutter {
  /** What has arrived and was not taken. */
  #pieces: string[] = []
  #waiting = 0
  #notBefore = 0
  /** The text before the rows, once some were taken. */
  #head: string | null = null

  feed(piece: string): void {
    this.#pieces.push(piece)
    this.#waiting += piece.length
  }

  /** Whole rows, if at least so many characters wait and there are some. */
  take(characters: number): unknown[] {
    if (this.#waiting < Math.max(characters, this.#notBefore)) return []
    const text = this.#pieces.join('')
    const start = this.#head === null ? (BEGINNING.exec(text)?.[0].length ?? text.length) : 0
    let end = text.length
    for (let tried = 0; tried < TRIES; tried += 1) {
      end = text.lastIndexOf(BETWEEN_ROWS, end - 1) + 1
      if (end <= start) break
      const rows = this.#parse(text.slice(start, end))
      if (!rows) continue
      this.#head ??= text.slice(0, start)
      this.#keep(text.slice(end))
      return rows
    }
    this.#keep(text)
    // Without this a text that has no such places would be parsed again with every piece.
    this.#notBefore = 2 * text.length
    return []
  }

  /** The whole answer, when all of it has arrived, without the rows that were taken. Throws `SyntaxError`. */
  rest(): unknown {
    const text = this.#pieces.join('')
    if (this.#head === null) return JSON.parse(text)
    const answer = JSON.parse(`${this.#head}0${text}`) as { secrets: unknown }
    // Where the name stands twice, the rows that were taken are not those that count.
    if (!Array.isArray(answer.secrets) || answer.secrets.shift() !== 0)
      throw new SyntaxError('"secrets" stands there twice')
    return answer
  }

  #keep(text: string): void {
    this.#pieces = [text]
    this.#waiting = text.length
  }

  /** Later rows begin with the comma behind the one before them, so that something must stand before it. */
  #parse(text: string): unknown[] | null {
    try {
      if (this.#head === null) return JSON.parse(`[${text}]`) as unknown[]
      return (JSON.parse(`[0${text}]`) as unknown[]).slice(1)
    } catch {
      return null
    }
  }
}
