import { LockKeyhole, SearchX, Trash2 } from 'lucide-react'
import { failureOf } from '#/api/failure'
import type { Verdict } from '#/domain/verdict'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import type { TrashList } from './use-trash'

interface Props {
  list: TrashList
  orgId: string
  verdict: Verdict
  onClear: () => void
}

/** What stands in the list's place: not permitted, on its way, failed, nothing matches, empty. */
export function TrashEmpty({ list, orgId, verdict, onClear }: Props) {
  const { all } = list
  const failure = failureOf(list.error)
  if (verdict !== true || (!all && failure?.isRefused)) {
    return (
      <EmptyState
        icon={LockKeyhole}
        title="You may not look into the trash"
        text={
          verdict === true
            ? 'The server refused it: only owners and admins may. Your session goes on, nothing else has changed.'
            : `${verdict.no} What lies in it is not known here. Your session goes on.`
        }
      />
    )
  }
  if (!all) {
    if (!failure) return <SkeletonRows label="Loading the trash" />
    return (
      <ErrorPanel
        title="The trash could not be loaded"
        text={`${failure.message} Whether anything lies in it is not known right now.`}
        request={[`GET /api/secrets/${orgId.slice(0, 8)}…/trash`, failure.how]}
        details={failure.details}
        onRetry={list.retry}
        retryBusy={list.isFetching}
      />
    )
  }
  if (all.length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing in the trash matches"
        text={`None of the ${all.length.toLocaleString('en-GB')} secrets here has such a name or id in the days that were chosen.`}
        actions={<Button onClick={onClear}>Show all</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={Trash2}
      title="The trash is empty"
      text="Deleted secrets lie here for 30 days and can be restored. Deleted projects do not: they go at once."
    />
  )
}
