import { absoluteTime, dayOf, type TimeZoneChoice } from '#/domain/time-words'
import { expiryWords, isLive } from '#/domain/token-expiry'

interface Props {
  expiresAt: number | null
  now: number
  timeZone: TimeZoneChoice
}

/** "5 Sep 2026 in 9 days". */
export function ExpiryText({ expiresAt, now, timeZone }: Props) {
  if (expiresAt === null) return <span>Never</span>
  const words = expiryWords(expiresAt, now)
  return (
    <span title={absoluteTime(expiresAt, timeZone)} className="whitespace-nowrap">
      {dayOf(expiresAt, timeZone)}{' '}
      <span className="text-meta text-muted">{isLive(expiresAt, now) ? `in ${words}` : words}</span>
    </span>
  )
}
