import type { MachineToken } from '#/data/machine-accounts'
import { absoluteTime, type TimeZoneChoice } from '#/domain/time-words'
import { expiryKind, expiryWords, TRACK_DAYS, type ExpiryKind } from '#/domain/token-expiry'
import type { TrackMark } from '#/ui/ExpiryTrack'
import { shownToken } from './machine-row'

const shapes: Record<Exclude<ExpiryKind, 'expired'>, TrackMark['shape']> = {
  'within-3': 'diamond',
  'within-14': 'triangle',
  later: 'disc',
  'past-scale': 'past',
  never: 'never',
}

const SCALE = TRACK_DAYS * 24 * 60 * 60_000

/** Marks of the live tokens; what has expired has no place on a line of what is to come. */
export function tokenMarks(
  tokens: readonly MachineToken[],
  now: number,
  timeZone: TimeZoneChoice,
): TrackMark[] {
  return tokens.flatMap((token) => {
    const kind = expiryKind(token.expiresAt, now)
    if (kind === 'expired') return []
    const end =
      token.expiresAt === null
        ? 'never expires'
        : `in ${expiryWords(token.expiresAt, now)}, ${absoluteTime(token.expiresAt, timeZone)}`
    return [
      {
        key: token.id,
        at: token.expiresAt === null ? 1 : Math.min(1, (token.expiresAt - now) / SCALE),
        shape: shapes[kind],
        words: `${shownToken(token)}: ${end}`,
      },
    ]
  })
}
