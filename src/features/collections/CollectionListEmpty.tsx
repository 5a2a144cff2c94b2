import { Library, Plus, SearchX } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import type { CollectionsData } from './use-collections'

interface Props {
  data: CollectionsData
  organization: OrganizationView
  closed: string | false
  onCreate: () => void
  onClear: () => void
}

/** What stands in the list's place. The server answers an empty list to whom it refuses: that is said, too. */
export function CollectionListEmpty({ data, organization, closed, onCreate, onClear }: Props) {
  const { error } = data
  if (!data.collections) {
    if (!error) return <SkeletonRows label="Loading collections" />
    return (
      <ErrorPanel
        title="Collections could not be loaded"
        text={`${error.message} Whether collections exist is not known right now.`}
        request={[
          `GET /api/organizations/${organization.id.slice(0, 8)}…/collections/details`,
          howItEnded(error),
        ]}
        details={errorReport(error)}
        onRetry={data.retry}
        retryBusy={data.isFetching}
      />
    )
  }
  if (data.collections.length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No collection matches"
        text={`All ${data.collections.length} collections were searched.`}
        actions={
          <Button keyCap="Esc" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      />
    )
  }
  const isAdmin = organization.role === 'owner' || organization.role === 'admin'
  return (
    <EmptyState
      icon={Library}
      title={isAdmin ? 'No collections yet' : 'No collection that you manage'}
      text={
        isAdmin
          ? 'A collection holds items of the vault and says who may see, edit or manage them.'
          : 'Either there are none, or none is yours to manage: the server does not tell which.'
      }
      actions={
        <Button icon={Plus} disabledReason={closed} onClick={onCreate}>
          New collection
        </Button>
      }
    />
  )
}
