const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How urgent the end of a token is, as the marks of a track tell it. */
export type ExpiryKind = 'expired' | 'within-3' | 'within-14' | 'later' | 'past-scale' | 'never'

/** Days that a track shows. */
export const TRACK_DAYS = 90

/** @param expiresAt epoch ms; null: never. @param now the server's clock, epoch ms. */
export function expiryKind(expiresAt: number | null, now: number): ExpiryKind {
  if (expiresAt === null) return 'never'
  const left = expiresAt - now
  if (left <= 0) return 'expired'
  if (left <= 3 * DAY) return 'within-3'
  if (left <= 14 * DAY) return 'within-14'
  return left <= TRACK_DAYS * DAY ? 'later' : 'past-scale'
}

/** The server refuses a token from the very moment of its end. */
export const isLive = (expiresAt: number | null, now: number): boolean =>
  expiresAt === null || expiresAt > now

/** "9 days", "5 h", "40 days ago", "Never". Days are rounded, hours and minutes count down. */
export function expiryWords(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return 'Never'
  const left = expiresAt - now
  return left > 0 ? span(left) : `${span(-left)} ago`
}

function span(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / 60_000))} min`
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`
  const days = Math.round(ms / DAY)
  return `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`
}

/** What a list of tokens comes to: live ones, and the next of them to end. */
export interface TokenSummary {
  live: number
  expired: number
  /** Epoch ms of the next end among the live; null: none of them ends. Undefined: none is live. */
  next: number | null | undefined
  /** A live one has no end. */
  hasEndless: boolean
}

export function summariseTokens(tokens: readonly { expiresAt: number | null }[], now: number): TokenSummary {
  const live = tokens.filter((token) => isLive(token.expiresAt, now))
  const ends = live.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]))
  return {
    live: live.length,
    expired: tokens.length - live.length,
    next: ends.length > 0 ? Math.min(...ends) : live.length > 0 ? null : undefined,
    hasEndless: ends.length < live.length,
  }
}

/** Orders ends: dates first, then those that never come, then what has none at all. */
export function compareEnds(a: number | null | undefined, b: number | null | undefined): number {
  const rank = (end: number | null | undefined) => (end === undefined ? 2 : end === null ? 1 : 0)
  return rank(a) - rank(b) || (a ?? 0) - (b ?? 0)
}
