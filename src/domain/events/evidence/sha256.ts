const K = Uint32Array.from(
  `428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3
  72be5d74 80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
  983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13
  650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
  19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208
  90befffa a4506ceb bef9a3f7 c67178f2`
    .split(/\s+/)
    .map((word) => Number.parseInt(word, 16)),
)

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/**
 * SHA-256 (FIPS 180-4) piece by piece. The page that verifies a pack is opened from a disk, where browsers may give
 * out no Web Crypto, and that has none for streams.
 */
export class Sha256 {
  readonly #state = Uint32Array.from([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ])
  readonly #words = new Uint32Array(64)
  readonly #rest = new Uint8Array(64)
  #held = 0
  #length = 0

  update(data: Uint8Array): this {
    this.#length += data.length
    let at = 0
    if (this.#held > 0) {
      at = Math.min(64 - this.#held, data.length)
      this.#rest.set(data.subarray(0, at), this.#held)
      this.#held += at
      if (this.#held < 64) return this
      this.#block(this.#rest, 0)
      this.#held = 0
    }
    for (; at + 64 <= data.length; at += 64) this.#block(data, at)
    this.#rest.set(data.subarray(at))
    this.#held = data.length - at
    return this
  }

  /** Lower-case hexadecimal. Nothing can be added after it. */
  hex(): string {
    const end = new Uint8Array(this.#held < 56 ? 64 : 128)
    end.set(this.#rest.subarray(0, this.#held))
    end[this.#held] = 0x80
    const view = new DataView(end.buffer)
    view.setUint32(end.length - 8, Math.floor(this.#length / 0x2000_0000))
    view.setUint32(end.length - 4, (this.#length % 0x2000_0000) * 8)
    for (let at = 0; at < end.length; at += 64) this.#block(end, at)
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('')
  }

  #block(data: Uint8Array, from: number): void {
    const w = this.#words
    for (let i = 0; i < 16; i += 1) {
      const at = from + i * 4
      w[i] =
        ((data[at] as number) << 24) |
        ((data[at + 1] as number) << 16) |
        ((data[at + 2] as number) << 8) |
        (data[at + 3] as number)
    }
    for (let i = 16; i < 64; i += 1) {
      const [x, y] = [w[i - 15] as number, w[i - 2] as number]
      const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1
    }
    const state = this.#state
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    for (let i = 0; i < 64; i += 1) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (w[i] as number)) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] as number) + word))
  }
}
