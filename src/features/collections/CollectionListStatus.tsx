import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { KeysButton } from '#/ui/KeysButton'
import { StatusLine } from '#/ui/StatusLine'
import { useAnnounced } from '#/ui/use-announced'
import { counted } from '#/lib/counted'
import { type CollectionsData } from './use-collections'

interface Props {
  data: CollectionsData
  matches: number
  isNarrowed: boolean
}

export function CollectionListStatus({ data, matches, isNarrowed }: Props) {
  const { timeZone } = useSettings()
  const total = data.collections?.length ?? 0
  useAnnounced(isNarrowed ? `${matches} of ${total} collections match` : null)
  return (
    <StatusLine
      end={
        <>
          <span>Counts are people, direct or through a group</span>
          {data.loadedAt > 0 && <span>Loaded {clockTime(data.loadedAt, timeZone)}</span>}
          <KeysButton />
        </>
      }
    >
      {data.collections ? (
        <>
          <strong className="font-medium text-text">
            {isNarrowed ? `${matches} of ${total} match` : counted(total, 'collection')}
          </strong>
          <span>* without seeing passwords</span>
        </>
      ) : (
        <span>{data.error ? 'Not loaded' : 'Loading'}</span>
      )}
    </StatusLine>
  )
}
