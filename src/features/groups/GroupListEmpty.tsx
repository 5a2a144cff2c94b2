import { LockKeyhole, Plus, SearchX, UsersRound } from 'lucide-react'
import { ApiError } from '#/api/error'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import type { Verdict } from '#/domain/verdict'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import type { GroupsData } from './use-groups'

interface Props {
  data: GroupsData
  verdict: Verdict
  orgId: string
  closed: string | false
  onCreate: () => void
  onClear: () => void
}

/** What stands in the list's place: not permitted, on its way, failed, nothing matches, nothing exists. */
export function GroupListEmpty({ data, verdict, orgId, closed, onCreate, onClear }: Props) {
  const { error } = data
  const isRefused = error instanceof ApiError && (error.isNotPermitted || error.status === 404)
  if (verdict !== true || (isRefused && !data.groups)) {
    return (
      <EmptyState
        icon={LockKeyhole}
        title="You may not see the groups"
        text={
          verdict === true
            ? `The server refused their list (${error instanceof ApiError ? error.status : ''}): a right may have been taken away since you signed in. Whether groups exist is not known.`
            : verdict.no
        }
      />
    )
  }
  if (!data.groups) {
    if (!error) return <SkeletonRows label="Loading groups" />
    return (
      <ErrorPanel
        title="Groups could not be loaded"
        text={`${error.message} Whether groups exist is not known right now.`}
        request={[`GET /api/organizations/${orgId.slice(0, 8)}…/groups/details`, howItEnded(error)]}
        details={errorReport(error)}
        onRetry={data.retry}
        retryBusy={data.isFetching}
      />
    )
  }
  if (data.groups.length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No group matches"
        text={`All ${data.groups.length} groups were searched.`}
        actions={
          <Button keyCap="Esc" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      />
    )
  }
  return (
    <EmptyState
      icon={UsersRound}
      title="No groups yet"
      text="A group gives many people the same rights at once. Begin with one for each team."
      actions={
        <Button icon={Plus} disabledReason={closed} onClick={onCreate}>
          New group
        </Button>
      }
    />
  )
}
