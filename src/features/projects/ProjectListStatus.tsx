import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { KeysButton } from '#/ui/KeysButton'
import { StatusLine } from '#/ui/StatusLine'
import { useAnnounced } from '#/ui/use-announced'
import type { useProjects } from './use-projects'

interface Props {
  list: ReturnType<typeof useProjects>
  shown: number
  isNarrowed: boolean
}

export function ProjectListStatus({ list, shown, isNarrowed }: Props) {
  const { timeZone } = useSettings()
  const total = list.projects?.length ?? 0
  useAnnounced(isNarrowed ? `${shown} of ${total} projects match` : null)
  return (
    <StatusLine
      end={
        <>
          {list.loadedAt > 0 && <span>Loaded {clockTime(list.loadedAt, timeZone)}</span>}
          <KeysButton />
        </>
      }
    >
      {list.projects ? (
        <span>
          <strong className="font-medium text-text">{counted(total, shown, isNarrowed)}</strong>
          {isNarrowed ? ' match' : ', list complete'}
        </span>
      ) : (
        <span>{list.error ? 'Not loaded' : 'Loading'}</span>
      )}
    </StatusLine>
  )
}

function counted(total: number, shown: number, isNarrowed: boolean): string {
  if (isNarrowed) return `${shown} of ${total}`
  return total === 1 ? '1 project' : `${total.toLocaleString('en-GB')} projects`
}
