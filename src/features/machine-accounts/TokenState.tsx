import { CalendarX, CircleCheck, Clock, Infinity as Loop, TriangleAlert } from 'lucide-react'
import { expiryKind, type ExpiryKind } from '#/domain/token-expiry'
import { Chip, type ChipTone } from '#/ui/Chip'
import type { IconType } from '#/ui/Icon'

const looks: Record<ExpiryKind, { words: string; tone: ChipTone; icon: IconType }> = {
  expired: { words: 'Expired', tone: 'neutral', icon: CalendarX },
  'within-3': { words: 'Expires soon', tone: 'danger', icon: TriangleAlert },
  'within-14': { words: 'Expires soon', tone: 'warning', icon: Clock },
  later: { words: 'Live', tone: 'neutral', icon: CircleCheck },
  'past-scale': { words: 'Live', tone: 'neutral', icon: CircleCheck },
  never: { words: 'Never expires', tone: 'danger', icon: Loop },
}

export function TokenState({ expiresAt, now }: { expiresAt: number | null; now: number }) {
  const { words, tone, icon } = looks[expiryKind(expiresAt, now)]
  return (
    <Chip tone={tone} icon={icon}>
      {words}
    </Chip>
  )
}
