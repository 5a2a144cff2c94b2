import { ShieldOff } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { Icon } from '#/ui/Icon'
import { KeysButton } from '#/ui/KeysButton'
import { StatusLine } from '#/ui/StatusLine'
import { useAnnounced } from '#/ui/use-announced'
import { membersOf } from './member-row'
import type { MemberList } from './use-members'

interface Props {
  list: MemberList
  shown: number
  isNarrowed: boolean
}

export function MemberListStatus({ list, shown, isNarrowed }: Props) {
  const { timeZone } = useSettings()
  const { counts, own } = list
  const total = counts?.all ?? 0
  useAnnounced(isNarrowed ? `${shown} of ${total} members match` : null)
  return (
    <StatusLine
      end={
        <>
          {list.loadedAt > 0 && <span>Loaded {clockTime(list.loadedAt, timeZone)}</span>}
          <KeysButton />
        </>
      }
    >
      <strong className="font-medium text-text">
        {counts
          ? isNarrowed
            ? `${shown.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} match`
            : membersOf(total)
          : list.error
            ? 'Not loaded'
            : 'Loading'}
      </strong>
      {counts && (
        <span className="max-sm:hidden">
          {counts.seats.toLocaleString('en-GB')}
          {own?.seats ? ` of ${own.seats.toLocaleString('en-GB')}` : ''} seats taken
        </span>
      )}
      {counts && counts.withoutTwoStep > 0 && (
        <span className="inline-flex items-center gap-1.5 max-lg:hidden">
          <Icon of={ShieldOff} size={14} />
          {counts.withoutTwoStep.toLocaleString('en-GB')} confirmed without two-step sign-in
        </span>
      )}
    </StatusLine>
  )
}
