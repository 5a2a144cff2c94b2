import type { Dictionary } from './dictionary'
import { Numbering } from './numbering'
import type { EventStore } from './store'
import type { Tick } from './tick'

/** What a row can be marked with, as bits. `first…`: what its actor did for the first time, in what is loaded. */
export const MARKS = { burst: 1, firstActor: 2, firstAddress: 4, firstClient: 8, firstHour: 16 } as const

const FIRST = MARKS.firstActor | MARKS.firstAddress | MARKS.firstClient | MARKS.firstHour

/** As they stand in the URL and in a query. */
export const MARK_NAMES: Readonly<Record<string, number>> = {
  burst: MARKS.burst,
  'first-seen': FIRST,
  'first-actor': MARKS.firstActor,
  'first-address': MARKS.firstAddress,
  'first-client': MARKS.firstClient,
  'first-hour': MARKS.firstHour,
}

/** So many combinations there are. */
export const MARK_SETS = 32

/** Rows of one actor, code and address that follow each other closely. */
interface Run {
  from: Tick
  to: Tick
  count: number
}

export interface Marks {
  /** By position in the store, counted from the newest. */
  flags: Uint8Array
  /** By position: number of the burst, 0 where there is none. */
  burstOf: Uint32Array
  /** By number; the first is unused. */
  bursts: readonly Run[]
}

const SECOND = 10_000_000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR
/** Rows of a burst follow within this, and are so many at least. */
const GAP = SECOND
export const LEAST_OF_BURST = 10
/** Without a day of log before it nothing can be called new; an hour of the day only after a week and many rows. */
const BASE = DAY
const BASE_OF_HOUR = 7 * DAY
const LEAST_BEFORE_HOUR = 50

/**
 * Marks of all rows of a store, in one pass from the oldest. What is "first" is so among the rows that are loaded: the log
 * may know more. Linear in the rows; what repeats from row to row is not even looked up.
 */
export function marksOf(store: EventStore): Marks {
  const { count } = store
  const { start, arrays } = store.columns
  const flags = new Uint8Array(count)
  const firsts = new Firsts(store, count === 0 ? 0 : (arrays.tick[start + count - 1] ?? 0))
  const runs = new Runs(store, count)
  for (let at = count - 1; at >= 0; at -= 1) {
    const row = start + at
    const actor = arrays.actor[row] as number
    const address = arrays.address[row] as number
    const tick = arrays.tick[row] as number
    flags[at] = firsts.look(tick, actor, address, arrays.device[row] as number)
    runs.look(at, tick, actor, arrays.type[row] as number, address)
  }
  return { flags, ...runs.finish(flags) }
}

/** What each actor was seen with. */
class Firsts {
  readonly #begin: Tick
  readonly #since: Float64Array
  readonly #rows: Uint32Array
  readonly #hours: Uint32Array
  readonly #address: Pairs
  readonly #client: Pairs

  constructor({ actors, addresses, devices }: EventStore, begin: Tick) {
    this.#begin = begin
    this.#since = new Float64Array(actors.size)
    this.#rows = new Uint32Array(actors.size)
    this.#hours = new Uint32Array(actors.size)
    this.#address = new Pairs(actors, addresses)
    this.#client = new Pairs(actors, devices)
  }

  look(tick: Tick, actor: number, address: number, device: number): number {
    const before = this.#rows[actor] as number
    this.#rows[actor] = before + 1
    const hour = 1 << (((Math.floor(tick / HOUR) % 24) + 24) % 24)
    const hours = this.#hours[actor] as number
    this.#hours[actor] = hours | hour
    const isNewAddress = this.#address.isNew(actor, address)
    const isNewClient = this.#client.isNew(actor, device)
    if (before === 0) this.#since[actor] = tick
    if (tick - this.#begin < BASE) return 0
    if (before === 0) return MARKS.firstActor
    const isNewHour =
      (hours & hour) === 0 &&
      before >= LEAST_BEFORE_HOUR &&
      tick - (this.#since[actor] as number) >= BASE_OF_HOUR
    // A field that the row leaves empty is nothing new.
    return (
      (isNewAddress && address !== 0 ? MARKS.firstAddress : 0) |
      (isNewClient && device !== 0 ? MARKS.firstClient : 0) |
      (isNewHour ? MARKS.firstHour : 0)
    )
  }
}

/** Which values came with which actor. The one that came last is known without a look. */
class Pairs {
  readonly #last: Float64Array
  readonly #seen = new Numbering()
  readonly #width: number

  constructor(actors: Dictionary, values: Dictionary) {
    this.#last = new Float64Array(actors.size).fill(-1)
    this.#width = values.size
  }

  isNew(actor: number, value: number): boolean {
    if (this.#last[actor] === value) return false
    this.#last[actor] = value
    const before = this.#seen.size
    return this.#seen.number(actor * this.#width + value) === before
  }
}

/** Rows that follow each other closely, of each actor, code and address: its own trail. */
class Runs {
  readonly #burstOf: Uint32Array
  readonly #runs: Run[] = [{ from: 0, to: 0, count: 0 }]
  readonly #trails = new Numbering()
  /** By trail: its last row, when that was, and the run that it belongs to. */
  #at = new Int32Array(1024)
  #tick = new Float64Array(1024)
  #run = new Int32Array(1024)
  readonly #types: number
  readonly #addresses: number

  constructor({ types, addresses }: EventStore, count: number) {
    this.#burstOf = new Uint32Array(count)
    this.#types = types.size
    this.#addresses = addresses.size
  }

  look(at: number, tick: Tick, actor: number, type: number, address: number): void {
    const before = this.#trails.size
    const trail = this.#trails.number((actor * this.#types + type) * this.#addresses + address)
    if (trail === this.#at.length) this.#grow()
    if (trail === before || tick - (this.#tick[trail] as number) > GAP) this.#run[trail] = 0
    else this.#goOn(trail, at, tick)
    this.#tick[trail] = tick
    this.#at[trail] = at
  }

  #goOn(trail: number, at: number, tick: Tick): void {
    if (this.#run[trail] === 0) {
      const began = this.#tick[trail] as number
      this.#burstOf[this.#at[trail] as number] = this.#runs.length
      this.#run[trail] = this.#runs.length
      this.#runs.push({ from: began, to: began, count: 1 })
    }
    const number = this.#run[trail] as number
    const run = this.#runs[number]
    if (!run) return
    run.to = tick
    run.count += 1
    this.#burstOf[at] = number
  }

  #grow(): void {
    const room = this.#at.length * 2
    const [at, tick, run] = [new Int32Array(room), new Float64Array(room), new Int32Array(room)]
    at.set(this.#at)
    tick.set(this.#tick)
    run.set(this.#run)
    this.#at = at
    this.#tick = tick
    this.#run = run
  }

  /** Leaves those that are large enough, numbered anew from the oldest. */
  finish(flags: Uint8Array): { burstOf: Uint32Array; bursts: readonly Run[] } {
    const bursts = this.#runs.slice(0, 1)
    const numbers = new Uint32Array(this.#runs.length)
    this.#runs.forEach((run, number) => {
      if (run.count < LEAST_OF_BURST) return
      numbers[number] = bursts.length
      bursts.push(run)
    })
    const burstOf = this.#burstOf
    for (let at = 0; at < burstOf.length; at += 1) {
      const number = numbers[burstOf[at] as number] as number
      burstOf[at] = number
      if (number !== 0) flags[at] = (flags[at] as number) | MARKS.burst
    }
    return { burstOf, bursts }
  }
}
