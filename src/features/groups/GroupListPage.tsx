import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { ListSearch } from '#/table/ListSearch'
import { StaleBanner } from '#/table/StaleBanner'
import { Button } from '#/ui/Button'
import { PageHeader } from '#/ui/PageHeader'
import { ToggleButton } from '#/ui/ToggleButton'
import { Toolbar } from '#/ui/Toolbar'
import { GroupDialogs } from './GroupDialogs'
import { GroupGrid } from './GroupGrid'
import { GroupListEmpty } from './GroupListEmpty'
import { GroupListStatus } from './GroupListStatus'
import { GroupsBar } from './GroupsBar'
import { GroupSheet } from './GroupSheet'
import { useGroupPage } from './use-group-page'

const route = getRouteApi('/open/orgs/$orgId/groups')

/** Groups: who is in them and what they give. One is open beside the list. */
export function GroupListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <Groups organization={organization} /> : null
}

function Groups({ organization }: { organization: OrganizationView }) {
  const page = useGroupPage(organization)
  const { data, grants, hasSecrets, rows, open, closed, list, show, ask } = page
  const create = () => ask({ act: 'create' })
  return (
    <div className="flex min-h-0 flex-1">
      <title>Groups · Strongroom</title>
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          title="Groups"
          count={data.groups?.length.toLocaleString('en-GB')}
          actions={
            <Button
              variant={open || (data.error && !data.groups) ? 'outlined' : 'solid'}
              icon={Plus}
              disabledReason={closed}
              onClick={create}
            >
              New group
            </Button>
          }
        />
        <Filters page={page} />
        {data.groups && data.error && (
          <StaleBanner error={data.error} isFetching={data.isFetching} onRetry={data.retry} />
        )}
        <GroupGrid
          {...list.place}
          {...{ rows, data, grants, hasSecrets, closed }}
          terms={page.terms}
          selection={page.selection}
          grid={list.grid}
          rowKeys={noKeys}
          sort={page.sort}
          onSort={page.setSort}
          cursor={page.cursor}
          onCursor={page.setCursor}
          onShow={(group) => show(group.id)}
          onAsk={ask}
          whenEmpty={
            <GroupListEmpty
              {...{ data, closed }}
              verdict={page.verdict}
              orgId={organization.id}
              onCreate={create}
              onClear={page.clear}
            />
          }
        />
        {page.selected.length > 0 && (
          <GroupsBar
            {...{ organization, data, grants, closed }}
            selection={page.selection}
            selected={page.selected}
            matching={rows.length}
          />
        )}
        <GroupListStatus {...{ data, grants, hasSecrets }} shown={rows.length} />
      </div>
      {page.openId && data.groups && (
        <GroupSheet
          key={page.openId}
          {...{ organization, data, grants, hasSecrets }}
          group={open ?? null}
          onStep={page.step}
          onAsk={ask}
          onClose={() => show(undefined)}
        />
      )}
      {page.asked && (
        <GroupDialogs
          {...{ data, grants, hasSecrets }}
          asked={page.asked}
          orgId={organization.id}
          onShow={show}
          onGone={(id) => page.openId === id && show(undefined)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  )
}

const noKeys: [] = []

function Filters({ page }: { page: ReturnType<typeof useGroupPage> }) {
  const { list, data, filter, setFilter } = page
  return (
    <Toolbar>
      <div className="flex min-w-0 flex-1 max-sm:basis-full">
        <ListSearch
          page={list}
          label="Name, or member:jonas grants:payments"
          isClosed={data.groups === null}
        />
      </div>
      <ToggleButton
        isClosed={data.groups === null}
        isOn={filter === 'empty'}
        onToggle={() => setFilter('empty')}
      >
        Empty
      </ToggleButton>
      <ToggleButton
        isClosed={data.groups === null}
        isOn={filter === 'grantless'}
        onToggle={() => setFilter('grantless')}
      >
        Grants nothing
      </ToggleButton>
    </Toolbar>
  )
}
