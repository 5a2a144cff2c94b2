import { LockKeyhole } from 'lucide-react'
import { Button } from './Button'
import { EmptyState } from './EmptyState'
import { ErrorPanel } from './ErrorPanel'
import { SkeletonRows } from './Skeleton'

interface Props {
  /** "Machine accounts". */
  things: string
  organization: string
  /** "GET /api/organizations/6f3d9a10…/projects". */
  request: string
  /** Null while the list is on its way. */
  failure: { message: string; isRefused: boolean; how: string; details: string } | null
  isBusy: boolean
  onRetry: () => void
}

/** What stands in the place of a list of which nothing is known: on its way, not permitted, failed. */
export function ListUnread({ things, organization, request, failure, isBusy, onRetry }: Props) {
  const many = things.toLowerCase()
  if (!failure) return <SkeletonRows label={`Loading ${many}`} />
  if (failure.isRefused) {
    return (
      <EmptyState
        icon={LockKeyhole}
        title={`You may not list ${many} here`}
        text={`The server refused the list of ${organization} (${failure.how}), so nothing is known about how many exist. Your access to Secrets Manager may have been taken away a moment ago. Owners and admins can switch it on for you.`}
        actions={
          <Button busy={isBusy} onClick={onRetry}>
            Try again
          </Button>
        }
      />
    )
  }
  return (
    <ErrorPanel
      title={`${things} could not be loaded`}
      text={`${failure.message} Whether ${many} exist is not known right now.`}
      request={[request, failure.how]}
      details={failure.details}
      onRetry={onRetry}
      retryBusy={isBusy}
    />
  )
}
