import { stampOf } from '#/mocks/store/stamp'
import type { Stamp } from '#/mocks/store/tables'

const DAY = 86_400_000
export const MINUTE = 60_000

/** Points in time as the demo's stories count them: days back from now, and a time of day in UTC. */
export class Moments {
  readonly now: number

  constructor(now: Date) {
    this.now = now.getTime()
  }

  /** `days` before today at `time` ("09:30"); today, it may still lie ahead. */
  at(days: number, time: string): number {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return Math.floor(this.now / DAY) * DAY - days * DAY + hours * 60 * MINUTE + minutes * MINUTE
  }

  /** As `at`, but what would still lie ahead is moved to shortly before now. */
  ago(days: number, time = '09:00'): number {
    return Math.min(this.at(days, time), this.now - 5 * MINUTE)
  }

  /** The same, moved from a weekend to the Friday before: people keep office hours. */
  workday(days: number, time = '09:00'): number {
    return this.ago(days + this.daysSinceFriday(days), time)
  }

  isWeekend(days: number): boolean {
    return this.daysSinceFriday(days) > 0
  }

  /** Exactly this many days from now. */
  ahead(days: number): number {
    return this.now + days * DAY
  }

  private daysSinceFriday(days: number): 0 | 1 | 2 {
    const weekday = new Date(Math.floor(this.now / DAY) * DAY - days * DAY).getUTCDay()
    return weekday === 6 ? 1 : weekday === 0 ? 2 : 0
  }
}

/** Seven digits, the last four of them from `ms` itself, so that equal moments give equal stamps. */
export function stampAt(ms: number): Stamp {
  return stampOf(Math.floor(ms), Math.floor((ms - Math.floor(ms)) * 10_000))
}
