import type { Stamp } from './tables'

const TICKS_PER_MS = 10_000

/** A clock that never gives the same moment twice: where milliseconds stand still, it counts in 100 ns. */
export class StampClock {
  private readonly clock: () => number
  private offset: number
  private lastMs = 0
  private lastTick = 0

  constructor(clock: () => number, offset: number) {
    this.clock = clock
    this.offset = offset
  }

  /** Setting the clock back is obeyed: the next stamp is then earlier than the last. */
  setOffset(offset: number): void {
    if (offset < this.offset) this.lastMs = 0
    this.offset = offset
  }

  continueAfter(other: StampClock): void {
    if (other.lastMs <= this.now()) return
    this.lastMs = other.lastMs
    this.lastTick = other.lastTick
  }

  now(): number {
    return Math.floor(this.clock() + this.offset)
  }

  stamp(): Stamp {
    const now = this.now()
    if (now > this.lastMs) {
      this.lastMs = now
      this.lastTick = 0
    } else {
      this.lastTick += 1
      if (this.lastTick === TICKS_PER_MS) {
        this.lastMs += 1
        this.lastTick = 0
      }
    }
    return stampOf(this.lastMs, this.lastTick)
  }
}

/** A moment as the database keeps it: seven fraction digits. */
export function stampOf(ms: number, tick = 0): Stamp {
  return `${new Date(ms).toISOString().slice(0, -1)}${String(tick).padStart(4, '0')}Z`
}

/** A moment as answers show it: without the zeros at the end. */
export function toWireDate(stamp: Stamp): string {
  return stamp.replace(/\.?0+Z$/, 'Z')
}

const dateText =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,16}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/i

/** A date as a client writes it; without a zone it is UTC, as on a server in UTC. `undefined`: not a date. */
export function stampOfText(text: string): Stamp | undefined {
  const parts = dateText.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  const zone = parts[8] ?? 'Z'
  const ms = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0)
  const isReal =
    new Date(ms).getUTCDate() === day && (hour || 0) < 24 && (minute || 0) < 60 && (second || 0) < 60
  if (!isReal || month < 1 || month > 12) return undefined
  const ticks = Number((parts[7] ?? '').slice(0, 7).padEnd(7, '0'))
  return stampOf(ms - zoneMinutes(zone) * 60_000 + Math.floor(ticks / TICKS_PER_MS), ticks % TICKS_PER_MS)
}

function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const digits = zone.replace(/\D/g, '')
  return Number(`${zone[0]}1`) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)))
}

/**
 * A posted date as .NET writes it back: with `Z` if it had one, without if it had no zone, and an offset
 * turned into the `+00:00` of a server in UTC.
 */
export function echoDate(text: string, stamp: Stamp): string {
  const bare = toWireDate(stamp).slice(0, -1)
  if (/Z$/i.test(text)) return `${bare}Z`
  return /[+-]\d{2}:?\d{2}$/.test(text.slice(10)) ? `${bare}+00:00` : bare
}

const EPOCH_TICKS = 621_355_968_000_000_000n
const UTC_FLAG = 1n << 62n

/** .NET's `DateTime.ToBinary` of a UTC moment: the form of continuation tokens on SQL servers. */
export function stampToBinary(stamp: Stamp): string {
  const ticks = BigInt(Date.parse(`${stamp.slice(0, 23)}Z`)) * 10_000n + BigInt(stamp.slice(23, 27))
  return String((ticks + EPOCH_TICKS) | UTC_FLAG)
}

/** The reverse; `undefined` for what is no such number. */
export function binaryToStamp(text: string): Stamp | undefined {
  if (!/^\d{1,19}$/.test(text)) return undefined
  const ticks = (BigInt(text) & (UTC_FLAG - 1n)) - EPOCH_TICKS
  const ms = Number(ticks / 10_000n)
  return ticks < 0n || Number.isNaN(new Date(ms).getTime()) ? undefined : stampOf(ms, Number(ticks % 10_000n))
}
