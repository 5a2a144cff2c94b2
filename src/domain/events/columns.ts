/** Typed arrays of one length that grow at both ends: newer rows come before the first, older ones after the last. */
const KINDS = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array } as const

type Kind = keyof typeof KINDS
type ArrayOf<K extends Kind> = InstanceType<(typeof KINDS)[K]>
type Shape = Readonly<Record<string, Kind>>
type ArraysOf<S extends Shape> = { [N in keyof S]: ArrayOf<S[N]> }

/** Rows that fit before anything is moved. */
const LEAST_ROOM = 1024

export class Columns<S extends Shape> {
  readonly #shape: S
  #arrays: ArraysOf<S>
  /** First row in use, and the one behind the last. */
  start = 0
  end = 0
  #room = 0

  constructor(shape: S) {
    this.#shape = shape
    this.#arrays = this.#make(0)
  }

  get count(): number {
    return this.end - this.start
  }

  /** Read with `start` added; they are replaced when rows are added. */
  get arrays(): ArraysOf<S> {
    return this.#arrays
  }

  get bytes(): number {
    return Object.values<ArrayBufferView>(this.#arrays).reduce((sum, array) => sum + array.byteLength, 0)
  }

  /** Makes room for `count` rows before row `at`, counted from the newest; their content is for the caller to fill. */
  open(at: number, count: number): void {
    const before = at
    const after = this.count - at
    if (before < after && this.start >= count) {
      this.#move(this.start, this.start + before, this.start - count)
      this.start -= count
    } else if (before >= after && this.end + count <= this.#room) {
      this.#move(this.start + at, this.end, this.start + at + count)
      this.end += count
    } else {
      this.#grow(before, at, count)
    }
  }

  /** Takes rows out, from `at` on. */
  close(at: number, count: number): void {
    this.#move(this.start + at + count, this.end, this.start + at)
    this.end -= count
  }

  /** Gives back what stands ready for rows that did not come. */
  trim(): void {
    if (this.#room - this.count <= Math.max(LEAST_ROOM, this.count / 64)) return
    this.#rebuild(this.count, 0, this.count, 0)
  }

  #grow(before: number, at: number, count: number): void {
    const needed = this.count + count
    const spare = Math.max(LEAST_ROOM, Math.ceil(needed / 8))
    const isAtFront = before < this.count - before
    this.#rebuild(needed + spare, isAtFront ? spare : 0, at, count)
  }

  #rebuild(room: number, start: number, at: number, count: number): void {
    const next = this.#make(room)
    for (const name of Object.keys(this.#shape) as (keyof S)[]) {
      const from = this.#arrays[name]
      const to = next[name]
      to.set(from.subarray(this.start, this.start + at), start)
      to.set(from.subarray(this.start + at, this.end), start + at + count)
    }
    this.end = start + this.count + count
    this.start = start
    this.#arrays = next
    this.#room = room
  }

  #move(from: number, to: number, target: number): void {
    for (const array of Object.values<Float64Array | Uint32Array | Uint16Array>(this.#arrays)) {
      array.copyWithin(target, from, to)
    }
  }

  #make(room: number): ArraysOf<S> {
    const entries = Object.entries(this.#shape).map(([name, kind]) => [name, new KINDS[kind](room)])
    return Object.fromEntries(entries) as ArraysOf<S>
  }
}
