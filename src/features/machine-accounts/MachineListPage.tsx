import { getRouteApi, Link } from '@tanstack/react-router'
import { CalendarClock, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import { parseTerms } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { useCursor } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { Icon } from '#/ui/Icon'
import { PageHeader } from '#/ui/PageHeader'
import { DeleteMachineDialog } from './DeleteMachineDialog'
import { MachineBanners } from './MachineBanners'
import { CreateMachineDialog, RenameMachineDialog } from './MachineDialogs'
import { MachineGrid } from './MachineGrid'
import { MachineListEmpty } from './MachineListEmpty'
import { MachineListStatus } from './MachineListStatus'
import { MachineListToolbar } from './MachineListToolbar'
import { shownMachines } from './machine-order'
import type { MachineRow } from './machine-row'
import { useMachineActs, useMachineKeys, type Asked } from './use-machine-acts'
import { useMachineView, type MachineListView } from './use-machine-view'
import { useMachines } from './use-machines'

const route = getRouteApi('/open/orgs/$orgId/machine-accounts')

export function MachineListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <MachineListOf organization={organization} /> : null
}

function MachineListOf({ organization }: { organization: OrganizationView }) {
  const orgId = organization.id
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const view = useMachineView()
  const list = useMachines(organization)
  const [asked, setAsked] = useState<Asked | { act: 'create' } | null>(null)
  const acts = useMachineActs(orgId, setAsked)
  const { rows, terms } = useRows(list.rows, page.text, view, list.now)
  const [cursor, setCursor] = useCursor(page.entryKey, useIdentity(rows))
  const rowKeys = useMachineKeys(rows, acts)
  const close = () => setAsked(null)
  const create = () => setAsked({ act: 'create' })
  const names = list.rows?.map(({ name }) => name) ?? []
  const isNarrowed = terms.length > 0 || view.is !== undefined || view.project !== undefined
  const clear = () => {
    view.clear()
    page.clearText()
  }
  return (
    <div className="flex min-h-0 flex-1">
      <title>Machine accounts · Strongroom</title>
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          title="Machine accounts"
          count={list.rows?.length.toLocaleString('en-GB')}
          actions={
            <>
              <Link to="/orgs/$orgId/machine-accounts/tokens" params={{ orgId }} className={buttonClass()}>
                <Icon of={CalendarClock} className="text-muted" />
                All tokens
              </Link>
              <Button variant={list.rows || !list.error ? 'solid' : 'outlined'} icon={Plus} onClick={create}>
                New machine account
              </Button>
            </>
          }
        />
        <MachineListToolbar
          page={page}
          view={view}
          rows={list.rows}
          isClosed={list.rows === null && list.error !== null}
        />
        <MachineBanners list={list} hasLog={organization.useEvents} />
        <MachineGrid
          grid={page.grid}
          {...page.place}
          orgId={orgId}
          rows={rows}
          terms={terms}
          acts={acts}
          now={list.now}
          hasLog={organization.useEvents}
          rowKeys={rowKeys}
          sort={{ id: view.sort, direction: view.direction }}
          onSort={(next) => view.setSort(next.id, next.direction)}
          cursor={cursor}
          onCursor={setCursor}
          isBusy={!list.rows && list.isFetching}
          whenEmpty={
            <MachineListEmpty list={list} organization={organization} onCreate={create} onClear={clear} />
          }
        />
        <MachineListStatus list={list} shown={rows.length} isNarrowed={isNarrowed} />
      </div>
      {asked?.act === 'create' && <CreateMachineDialog orgId={orgId} others={names} onClose={close} />}
      {asked?.act === 'rename' && (
        <RenameMachineDialog orgId={orgId} machine={asked.machine} others={names} onClose={close} />
      )}
      {asked?.act === 'delete' && (
        <DeleteMachineDialog
          organization={organization}
          machine={asked.machine}
          onClose={close}
          onDeleted={close}
        />
      )}
    </div>
  )
}

function useRows(all: readonly MachineRow[] | null, text: string, view: MachineListView, now: number) {
  const { sort, direction, is, project } = view
  return useMemo(() => {
    const terms = parseTerms(text)
    return { terms, rows: all ? shownMachines(all, { sort, direction, terms, is, project, now }) : [] }
  }, [all, text, sort, direction, is, project, now])
}

function useIdentity(rows: readonly MachineRow[]) {
  return useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((m) => m.id === id),
    }),
    [rows],
  )
}
