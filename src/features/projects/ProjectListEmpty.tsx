import { Folder, Plus, SearchX } from 'lucide-react'
import { failureOf } from '#/api/failure'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ListUnread } from '#/ui/ListUnread'
import type { useProjects } from './use-projects'

interface Props {
  list: ReturnType<typeof useProjects>
  organization: OrganizationView
  onCreate: () => void
  onClear: () => void
}

/** What stands in the list's place: on its way, nothing exists, nothing matches, not permitted, failed. */
export function ProjectListEmpty({ list, organization, onCreate, onClear }: Props) {
  if (!list.projects) {
    return (
      <ListUnread
        things="Projects"
        organization={organization.name}
        request={`GET /api/organizations/${organization.id.slice(0, 8)}…/projects`}
        failure={failureOf(list.error)}
        isBusy={list.isFetching}
        onRetry={list.retry}
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
