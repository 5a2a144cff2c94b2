import { amount } from '#/lib/amount'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { KeysButton } from '#/ui/KeysButton'
import { StatusLine } from '#/ui/StatusLine'
import { useAnnounced } from '#/ui/use-announced'
import type { GroupGrants, GroupsData } from './use-groups'

interface Props {
  data: GroupsData
  grants: GroupGrants
  hasSecrets: boolean
  shown: number
}

export function GroupListStatus({ data, grants, hasSecrets, shown }: Props) {
  const { timeZone } = useSettings()
  const total = data.groups?.length ?? 0
  const isNarrowed = shown < total
  useAnnounced(isNarrowed ? `${shown} of ${total} groups match` : null)
  return (
    <StatusLine
      end={
        <>
          {hasSecrets && total > 0 && <span>{grantWords(grants)}</span>}
          {data.loadedAt > 0 && <span>Loaded {clockTime(data.loadedAt, timeZone)}</span>}
          <KeysButton />
        </>
      }
    >
      {data.groups ? (
        <span>
          <strong className="font-medium text-text">
            {isNarrowed ? `${shown} of ${total}` : total === 1 ? '1 group' : `${total} groups`}
          </strong>
          {isNarrowed ? ' match' : memberWords(data)}
        </span>
      ) : (
        <span>{data.error ? 'Not loaded' : data.isFetching ? 'Loading' : 'Not known'}</span>
      )}
    </StatusLine>
  )
}

function memberWords({ roster }: GroupsData): string {
  if (!roster?.details) return ', members not known'
  const grouped = Array.from(roster.details.values()).filter(({ groups }) => groups.length > 0).length
  return `, ${amount(grouped)} of ${amount(roster.members.length)} members in at least one`
}

function grantWords({ read, total, error }: GroupGrants): string {
  if (total === null) return error ? 'Grants not read' : 'Reading grants'
  return `Grants read from ${read} of ${total} projects`
}
