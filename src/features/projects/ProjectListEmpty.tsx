import { Folder, LockKeyhole, Plus, SearchX } from 'lucide-react'
import { ApiError } from '#/api/error'
import { errorReport } from '#/api/error-report'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import type { useProjects } from './use-projects'

interface Props {
  list: ReturnType<typeof useProjects>
  organization: OrganizationView
  onCreate: () => void
  onClear: () => void
}

/** What stands in the list's place: on its way, nothing exists, nothing matches, not permitted, failed. */
export function ProjectListEmpty({ list, organization, onCreate, onClear }: Props) {
  const { error } = list
  if (!list.projects) {
    if (!error) return <SkeletonRows label="Loading projects" />
    if (error instanceof ApiError && (error.isNotPermitted || error.status === 404)) {
      return (
        <EmptyState
          icon={LockKeyhole}
          title="You may not list projects here"
          text={`The server refused the list of ${organization.name} (${error.status}), so nothing is known about how many projects exist. Owners and admins can switch Secrets Manager on for you.`}
          actions={
            <Button busy={list.isFetching} onClick={list.retry}>
              Try again
            </Button>
          }
        />
      )
    }
    return (
      <ErrorPanel
        title="Projects could not be loaded"
        text={`${error.message} Whether projects exist is not known right now.`}
        request={[`GET /api/organizations/${organization.id.slice(0, 8)}…/projects`]}
        details={errorReport(error)}
        onRetry={list.retry}
        retryBusy={list.isFetching}
      />
    )
  }
  if (list.projects.length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No project matches"
        text={`All ${list.projects.length} names were searched, and beginnings of ids.`}
        actions={
          <Button keyCap="Esc" onClick={onClear}>
            Clear search
          </Button>
        }
      />
    )
  }
  const isAdmin = organization.role === 'owner' || organization.role === 'admin'
  return (
    <EmptyState
      icon={Folder}
      title={isAdmin ? 'No projects yet' : 'No project that you can read'}
      text={
        isAdmin
          ? 'A project holds secrets and says which people and machine accounts may read or write them. Begin with one for each service.'
          : 'Either there are none, or none is shared with you: the server does not tell which. You can make one of your own, or ask an owner or admin for access.'
      }
      actions={
        <Button icon={Plus} onClick={onCreate}>
          New project
        </Button>
      }
    />
  )
}
