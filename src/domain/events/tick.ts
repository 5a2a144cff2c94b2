/**
 * Moments of the log as numbers: 100 ns counted from 2020, so that a double holds each one exactly from 1991 to 2048
 * and typed arrays can keep them. The server's dates have up to seven fraction digits.
 */
export type Tick = number

const EPOCH = Date.UTC(2020, 0, 1)
const PER_MS = 10_000
const PER_SECOND = 1000 * PER_MS

/** Of a date as the log writes it: `2026-08-20T09:15:27.1266667Z`. NaN where it is none. */
export function tickOf(date: string): Tick {
  const fraction = /\.(\d+)/.exec(date)?.[1] ?? ''
  const below = Number(fraction.slice(3, 7).padEnd(4, '0'))
  return (Date.parse(date) - EPOCH) * PER_MS + below
}

/** As the server writes it: without the zeros at the end. */
export function dateOf(tick: Tick): string {
  const ms = msOf(tick)
  const whole = new Date(ms).toISOString().slice(0, 19)
  let fraction = tick - Math.floor(tick / PER_SECOND) * PER_SECOND
  if (fraction === 0) return `${whole}Z`
  let digits = 7
  for (; fraction % 10 === 0; digits -= 1) fraction /= 10
  return `${whole}.${String(fraction).padStart(digits, '0')}Z`
}

/** Epoch milliseconds, cut off. */
export const msOf = (tick: Tick): number => Math.floor(tick / PER_MS) + EPOCH

/** The first moment of a millisecond. */
export const tickOfMs = (ms: number): Tick => (ms - EPOCH) * PER_MS

/** The last moment of a millisecond. */
export const lastTickOfMs = (ms: number): Tick => tickOfMs(ms) + PER_MS - 1

// .NET counts 100 ns from the year 1; its "UTC" flag is the second highest of 64 bits.
const NET_EPOCH = 621_355_968_000_000_000n + BigInt(EPOCH) * 10_000n
const UTC_FLAG = 1n << 62n

/** The continuation token of SQL servers: whoever sends it gets what is strictly older (event-log.md §3). */
export const tokenOf = (tick: Tick): string => String((BigInt(tick) + NET_EPOCH) | UTC_FLAG)
