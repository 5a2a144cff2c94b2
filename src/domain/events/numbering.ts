/**
 * Numbers keys from 0 in the order in which they come: whole numbers below 2^53. A table of typed arrays, as a Map of
 * numbers this large costs several times as much for each look.
 */
export class Numbering {
  #keys = new Float64Array(1024).fill(-1)
  #numbers = new Int32Array(1024)
  #shift = 22
  size = 0

  /** Its number; of a key that is new the one that equals the size before. */
  number(key: number): number {
    const keys = this.#keys
    const mask = keys.length - 1
    let at = this.#place(key)
    for (;;) {
      const here = keys[at] as number
      if (here === key) return this.#numbers[at] as number
      if (here === -1) break
      at = (at + 1) & mask
    }
    keys[at] = key
    this.#numbers[at] = this.size
    this.size += 1
    if (this.size * 2 > keys.length) this.#grow()
    return this.size - 1
  }

  #place(key: number): number {
    const high = Math.floor(key / 0x1_0000_0000)
    return Math.imul((key | 0) ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1) >>> this.#shift
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers]
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#numbers = new Int32Array(keys.length * 2)
    this.#shift -= 1
    const mask = this.#keys.length - 1
    for (let from = 0; from < keys.length; from += 1) {
      const key = keys[from] as number
      if (key === -1) continue
      let at = this.#place(key)
      while (this.#keys[at] !== -1) at = (at + 1) & mask
      this.#keys[at] = key
      this.#numbers[at] = numbers[from] as number
    }
  }
}
