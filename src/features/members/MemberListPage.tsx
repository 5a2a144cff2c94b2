import { getRouteApi } from '@tanstack/react-router'
import { UserRoundPlus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { parseTerms } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason, useOpenSession } from '#/session/use-session'
import { StaleBanner } from '#/table/StaleBanner'
import { useCursor } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { useSelection } from '#/table/use-selection'
import { Button } from '#/ui/Button'
import { PageHeader } from '#/ui/PageHeader'
import { canManageMembers, closedReason } from './can'
import { MemberDialogs } from './MemberDialogs'
import { MemberGrid } from './MemberGrid'
import { MemberListEmpty } from './MemberListEmpty'
import { MemberListStatus } from './MemberListStatus'
import { MembersBar } from './MembersBar'
import { filteredMembers, orderedMembers } from './member-order'
import type { MemberRow } from './member-row'
import { MemberTabs } from './MemberTabs'
import { MemberToolbar } from './MemberToolbar'
import { useMemberActs, useMemberKeys, type Asked } from './use-member-acts'
import { useMemberView, type MemberListView } from './use-member-view'
import { useActor } from './use-actor'
import { useMembers } from './use-members'

const route = getRouteApi('/open/orgs/$orgId/members')

export function MemberListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <MemberListOf organization={organization} /> : null
}

function MemberListOf({ organization }: { organization: OrganizationView }) {
  const orgId = organization.id
  const { singleKeys } = useSettings()
  const now = useServerNow()
  const page = useListPage(singleKeys)
  const view = useMemberView()
  const list = useMembers(orgId)
  const [asked, setAsked] = useState<Asked | 'invite' | null>(null)
  const actor = useActor(list)
  const acts = useMemberActs(orgId, actor, setAsked)
  const { rows, terms } = useRows(list.rows, page.text, view)
  const identity = useIdentity(rows)
  const [cursor, setCursor] = useCursor(page.entryKey, identity)
  const ids = useMemo(() => new Set(list.rows?.map(({ id }) => id)), [list.rows])
  const selection = useSelection(
    identity,
    useCallback((id: string) => ids.has(id), [ids]),
  )
  const rowKeys = useMemberKeys(rows, acts)
  const selected = useMemo(
    () => (selection.count > 0 ? (list.rows ?? []).filter(({ id }) => selection.ids.has(id)) : []),
    [list.rows, selection.ids, selection.count],
  )
  const isNarrowed = terms.length > 0 || view.isNarrowed
  const invite = () => setAsked('invite')
  const covered = useCoveredReason()
  const inviteClosed =
    covered || (list.own ? closedReason(canManageMembers(list.own)) : 'Your own role is not known yet.')
  const clear = () => {
    view.clear()
    page.clearText()
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>Members · Strongroom</title>
      <PageHeader
        title="Members"
        count={list.rows?.length.toLocaleString('en-GB')}
        actions={
          <Button
            // Where the list failed, the one act is to try again.
            variant={list.rows || !list.error ? 'solid' : 'outlined'}
            icon={UserRoundPlus}
            disabledReason={inviteClosed}
            onClick={invite}
          >
            Invite people
          </Button>
        }
        tabs={<MemberTabs orgId={orgId} view={view} counts={list.counts} />}
      />
      <div className="pt-2">
        <MemberToolbar page={page} view={view} list={list} />
      </div>
      {list.rows && list.error && (
        <StaleBanner error={list.error} isFetching={list.isFetching} onRetry={list.retry} />
      )}
      <MemberGrid
        grid={page.grid}
        {...page.place}
        {...{ orgId, rows, terms, acts, now, rowKeys, selection, cursor }}
        ownId={list.own?.memberId ?? null}
        sort={{ id: view.sort, direction: view.direction }}
        onSort={(next) => view.setSort(next.id, next.direction)}
        onCursor={setCursor}
        isBusy={!list.rows && list.isFetching}
        whenEmpty={
          <MemberListEmpty
            {...{ list, organization, isNarrowed }}
            status={view.status}
            onInvite={invite}
            onClear={clear}
          />
        }
      />
      {selected.length > 0 && <MembersBar {...{ selection, selected, acts }} matching={rows.length} />}
      <MemberListStatus
        list={list}
        shown={rows.length}
        isNarrowed={isNarrowed || view.status !== undefined}
      />
      <MemberDialogs
        {...{ organization, list, actor, asked }}
        onClose={() => setAsked(null)}
        onAsk={setAsked}
        onStarted={selection.onNone}
      />
    </div>
  )
}

function useRows(all: readonly MemberRow[] | null, text: string, view: MemberListView) {
  const { sort, direction, status, role, group, sm, is } = view
  const ordered = useMemo(() => (all ? orderedMembers(all, sort, direction) : []), [all, sort, direction])
  return useMemo(() => {
    const terms = parseTerms(text)
    return { terms, rows: filteredMembers(ordered, { status, role, group, sm, is }, terms) }
  }, [ordered, text, status, role, group, sm, is])
}

function useIdentity(rows: readonly MemberRow[]) {
  return useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((member) => member.id === id),
    }),
    [rows],
  )
}
