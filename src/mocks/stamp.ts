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
