/** Texts by number, in the order in which they came. Number 0 is always "none". */
export class Dictionary {
  readonly texts: (string | null)[] = [null]
  readonly #numbers = new Map<string, number>()

  /** The number of a text, a new one where it has none yet. */
  number(text: string | null): number {
    if (text === null) return 0
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.texts.length)
    this.texts.push(text)
    return this.texts.length - 1
  }

  find(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  get size(): number {
    return this.texts.length
  }
}
