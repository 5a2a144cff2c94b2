import { decryptTextBatch } from '#/crypto/decrypt-batch'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import type { SecretListRow } from './secret-rows'

/** Names of a list: joined, with offsets, and 1 where one could not be opened. */
export interface OpenedNames {
  names: string
  offsets: Uint32Array
  spoiled: Uint8Array
  /** Milliseconds in which a lot of them was being opened. */
  openedIn: number
}

interface Lot {
  from: number
  offsets: Uint32Array
  failed: number[]
}

/** Opens names lot by lot, in the order in which they are added, while the next rows arrive. */
export class NameOpener {
  readonly #key: SymmetricKey
  readonly #texts: string[] = []
  readonly #lots: Lot[] = []
  #added = 0
  #work = Promise.resolve()
  #openedIn = 0

  constructor(key: SymmetricKey) {
    this.#key = key
  }

  /** `then` hears how many names are opened when these are. */
  add(rows: SecretListRow[], then: (opened: number) => void): void {
    const from = this.#added
    this.#added += rows.length
    this.#work = this.#work.then(async () => {
      await this.#open(from, rows)
      then(from + rows.length)
    })
    // Whoever waits for all of them hears of a failure; until then it is not unhandled.
    this.#work.catch(() => undefined)
  }

  /** Everything that was added. */
  async opened(): Promise<OpenedNames> {
    await this.#work
    const offsets = new Uint32Array(this.#added + 1)
    const spoiled = new Uint8Array(this.#added)
    let length = 0
    this.#lots.forEach((lot, i) => {
      for (let row = 0; row < lot.offsets.length; row += 1)
        offsets[lot.from + row] = length + (lot.offsets[row] ?? 0)
      for (const row of lot.failed) spoiled[lot.from + row] = 1
      length += this.#texts[i]?.length ?? 0
    })
    return { names: this.#texts.join(''), offsets, spoiled, openedIn: this.#openedIn }
  }

  async #open(from: number, rows: SecretListRow[]): Promise<void> {
    const start = performance.now()
    const { text, offsets, failures } = await decryptTextBatch(
      this.#key,
      rows.map((row) => row.key),
    )
    this.#texts.push(text)
    this.#lots.push({ from, offsets, failed: [...failures.keys()] })
    this.#openedIn += performance.now() - start
  }
}
