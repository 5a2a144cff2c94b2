import { LockKeyhole, SearchX, UserRoundPlus, Users } from 'lucide-react'
import { ApiError } from '#/api/error'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import type { MemberTab } from './member-order'
import type { MemberList } from './use-members'

interface Props {
  list: MemberList
  organization: OrganizationView
  status: MemberTab | undefined
  isNarrowed: boolean
  onInvite: () => void
  onClear: () => void
}

const nobody: Record<MemberTab, [title: string, text: string]> = {
  confirmed: ['Nobody is confirmed', 'Who accepted an invitation waits under “To confirm”.'],
  accepted: [
    'Nobody waits to be confirmed',
    'Who accepts an invitation stands here until somebody confirms.',
  ],
  invited: ['No open invitations', 'Who was invited and has not accepted stands here.'],
  revoked: ['Nobody is revoked', 'Who is revoked keeps role, groups and grants, and uses none of them.'],
}

/** What stands in the list's place: on its way, nobody of this status, nothing matches, not permitted, failed. */
export function MemberListEmpty({ list, organization, status, isNarrowed, onInvite, onClear }: Props) {
  const { error, rows } = list
  if (!rows) {
    if (!error) return <SkeletonRows label="Loading members" />
    if (error instanceof ApiError && (error.isNotPermitted || error.status === 404)) {
      return (
        <EmptyState
          icon={LockKeyhole}
          title="You may not list the members here"
          text={`The server refused the list of ${organization.name} (${error.status}). Owners, admins and those who manage users see it; ask one of them.`}
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
        title="Members could not be loaded"
        text={`${error.message} Who is a member is not known right now.`}
        request={[`GET /api/organizations/${organization.id.slice(0, 8)}…/users`, howItEnded(error)]}
        details={errorReport(error)}
        onRetry={list.retry}
        retryBusy={list.isFetching}
      />
    )
  }
  if (isNarrowed) {
    return (
      <EmptyState
        icon={SearchX}
        title="No member matches"
        text={`All ${rows.length.toLocaleString('en-GB')} names and addresses were searched, and beginnings of ids.`}
        actions={
          <Button keyCap="Esc" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      />
    )
  }
  const [title, text] = status ? nobody[status] : ['No members', 'Not even you: the list is empty.']
  return (
    <EmptyState
      icon={Users}
      title={title}
      text={text}
      actions={
        <Button icon={UserRoundPlus} onClick={onInvite}>
          Invite people
        </Button>
      }
    />
  )
}
