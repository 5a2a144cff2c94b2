import { getRouteApi, Link, Outlet, useNavigate } from '@tanstack/react-router'
import { MoreHorizontal, Pencil, RefreshCw, UserCheck, UserRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { useServerNow } from '#/data/server-now'
import { roleWords } from '#/domain/member-roles'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { linkClass } from '#/ui/link-class'
import { Menu } from '#/ui/Menu'
import { PageHeader } from '#/ui/PageHeader'
import { Skeleton } from '#/ui/Skeleton'
import { tabClass, TabNav } from '#/ui/TabNav'
import { closedReason } from './can'
import { MemberContext, useMemberPage } from './member-context'
import { MemberDialogs } from './MemberDialogs'
import { memberItems } from './MemberRowMenu'
import { StatusChip } from './MemberCells'
import { shownName } from './member-row'
import { useActor } from './use-actor'
import { useMemberActs, type Asked } from './use-member-acts'
import { useMembers } from './use-members'

const route = getRouteApi('/open/orgs/$orgId/members/$memberId')

/** Header and tabs of one member. */
export function MemberPage() {
  const { orgId, memberId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <MemberOf key={memberId} organization={organization} id={memberId} /> : null
}

function MemberOf({ organization, id }: { organization: OrganizationView; id: string }) {
  const orgId = organization.id
  const navigate = useNavigate()
  const now = useServerNow()
  const list = useMembers(orgId)
  const [asked, setAsked] = useState<Asked | null>(null)
  const actor = useActor(list)
  const acts = useMemberActs(orgId, actor, setAsked)
  const member = list.rows?.find((row) => row.id === id)
  const context = useMemo(
    () => (member ? { organization, member, list, acts, now } : null),
    [organization, member, list, acts, now],
  )
  const title = <title>{`Member ${id.slice(0, 8)} · Strongroom`}</title>
  if (!list.rows) {
    if (!list.error) return <HeaderSkeleton />
    return (
      <>
        {title}
        <ErrorPanel
          level={1}
          title="The member could not be shown"
          text={list.error.message}
          request={[`GET /api/organizations/${orgId.slice(0, 8)}…/users`, howItEnded(list.error)]}
          details={errorReport(list.error)}
          actions={
            <Link to="/orgs/$orgId/members" params={{ orgId }} className={linkClass}>
              All members
            </Link>
          }
          onRetry={list.retry}
          retryBusy={list.isFetching}
        />
      </>
    )
  }
  if (!context) {
    return (
      <EmptyState
        level={1}
        icon={UserRound}
        title={`Member ${id.slice(0, 8)} is not here`}
        text="It was removed, or the address is that of another organization."
        actions={
          <>
            <Button icon={RefreshCw} busy={list.isFetching} onClick={list.retry}>
              Read the list again
            </Button>
            <Link to="/orgs/$orgId/members" params={{ orgId }} className={linkClass}>
              All members
            </Link>
          </>
        }
      >
        {title}
      </EmptyState>
    )
  }
  const isGone = () => {
    if (asked?.act === 'remove') void navigate({ to: '/orgs/$orgId/members', params: { orgId } })
  }
  return (
    <MemberContext value={context}>
      {title}
      <MemberHeader />
      <Outlet />
      <MemberDialogs
        {...{ organization, list, actor, asked }}
        onAsk={setAsked}
        onClose={() => setAsked(null)}
        onStarted={isGone}
      />
    </MemberContext>
  )
}

function MemberHeader() {
  const { organization, member, acts } = useMemberPage()
  const params = { orgId: organization.id, memberId: member.id }
  return (
    <PageHeader
      title={shownName(member)}
      breadcrumbs={
        <Breadcrumbs
          items={[
            {
              key: 'members',
              link: (
                <Link to="/orgs/$orgId/members" params={params} className={crumbClass}>
                  Members
                </Link>
              ),
            },
          ]}
        />
      }
      facts={
        <>
          <IdText id={member.id} isShort of="member" />
          <Chip>{roleWords[member.role].label}</Chip>
          <StatusChip member={member} />
        </>
      }
      actions={
        <>
          {member.status === 'accepted' && (
            <Button
              variant="solid"
              icon={UserCheck}
              disabledReason={closedReason(acts.can('confirm', member))}
              onClick={() => acts.ask('confirm', [member])}
            >
              Confirm
            </Button>
          )}
          <Button
            icon={Pencil}
            disabledReason={closedReason(acts.can('edit', member))}
            onClick={() => acts.ask('edit', [member])}
          >
            Change role and access
          </Button>
          <Menu
            align="end"
            trigger={<IconButton icon={MoreHorizontal} label="More acts on this member" />}
            items={memberItems(member, acts)}
          />
        </>
      }
      tabs={
        <TabNav label="Member">
          <Link
            to="/orgs/$orgId/members/$memberId"
            params={params}
            activeOptions={{ exact: true }}
            className={tabClass}
          >
            Profile
          </Link>
          <Link to="/orgs/$orgId/members/$memberId/access" params={params} className={tabClass}>
            Access
          </Link>
          <Link to="/orgs/$orgId/members/$memberId/leaving" params={params} className={tabClass}>
            Leaving
          </Link>
          <Link to="/orgs/$orgId/members/$memberId/activity" params={params} className={tabClass}>
            Activity
          </Link>
        </TabNav>
      }
    />
  )
}

function HeaderSkeleton() {
  return (
    <div role="status" aria-label="Loading the member" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-3 w-16" />
      <Skeleton className="h-6 w-64" />
    </div>
  )
}
