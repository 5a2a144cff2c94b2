import { Bot, Plus, SearchX } from 'lucide-react'
import { failureOf } from '#/api/failure'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ListUnread } from '#/ui/ListUnread'
import type { MachineList } from './use-machines'

interface Props {
  list: MachineList
  organization: OrganizationView
  onCreate: () => void
  onClear: () => void
}

/** What stands in the list's place: on its way, nothing exists, nothing matches, not permitted, failed. */
export function MachineListEmpty({ list, organization, onCreate, onClear }: Props) {
  if (!list.rows) {
    return (
      <ListUnread
        things="Machine accounts"
        organization={organization.name}
        request={`GET /api/organizations/${organization.id.slice(0, 8)}…/service-accounts`}
        failure={failureOf(list.error)}
        isBusy={list.isFetching}
        onRetry={list.retry}
      />
    )
  }
  if (list.rows.length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No machine account matches"
        text={`All ${list.rows.length} names were searched, and beginnings of ids.${list.progress ? ' Tokens and projects are still being read.' : ''}`}
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
      icon={Bot}
      title={isAdmin ? 'No machine accounts yet' : 'No machine account that you can use'}
      text={
        isAdmin
          ? 'A machine account stands for one program: a pipeline, a service, a cluster. It reads the projects that it is given, with access tokens of its own.'
          : 'Either there are none, or none is shared with you: the server does not tell which. You can make one of your own, or ask an owner or admin.'
      }
      actions={
        <Button icon={Plus} onClick={onCreate}>
          New machine account
        </Button>
      }
    />
  )
}
