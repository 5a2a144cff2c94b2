import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { Mark } from '#/ui/ExpiryTrack'
import { KeysButton } from '#/ui/KeysButton'
import { StatusLine } from '#/ui/StatusLine'
import { useAnnounced } from '#/ui/use-announced'
import { counted } from '#/lib/counted'
import type { MachineList } from './use-machines'

interface Props {
  list: MachineList
  shown: number
  isNarrowed: boolean
}

const legend = [
  ['diamond', 'Within 3 days'],
  ['triangle', 'Within 14'],
  ['disc', 'Later'],
  ['never', 'Never expires'],
  ['past', 'Past 90 days'],
] as const

export function MachineListStatus({ list, shown, isNarrowed }: Props) {
  const { timeZone } = useSettings()
  const total = list.rows?.length ?? 0
  const live = list.rows?.reduce((sum, row) => sum + (row.tokens?.live ?? 0), 0) ?? 0
  const isWhole = list.rows?.every((row) => row.tokens) ?? false
  useAnnounced(isNarrowed ? `${shown} of ${total} machine accounts match` : null)
  return (
    <StatusLine
      end={
        <>
          {list.loadedAt > 0 && <span>Loaded {clockTime(list.loadedAt, timeZone)}</span>}
          <KeysButton />
        </>
      }
    >
      {list.rows ? (
        <span>
          <strong className="font-medium text-text">
            {isNarrowed ? `${shown} of ${total}` : counted(total, 'machine account')}
          </strong>
          {isNarrowed ? ' match' : `, ${isWhole ? '' : '≥ '}${counted(live, 'live token')}`}
        </span>
      ) : (
        <span>{list.error ? 'Not loaded' : 'Loading'}</span>
      )}
      {list.progress && (
        <span role="status">
          {list.progress.read} of {list.progress.of} read, 3 requests each
        </span>
      )}
      <span className="flex flex-wrap items-center gap-x-3 max-xl:hidden">
        {legend.map(([shape, words]) => (
          <span key={shape} className="inline-flex items-center gap-1.5">
            <Mark shape={shape} />
            {words}
          </span>
        ))}
      </span>
    </StatusLine>
  )
}
