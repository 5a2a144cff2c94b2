import { getRouteApi } from '@tanstack/react-router'
import { Clock, Info, Trash2 } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import { recordsOfThis } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { mayUseTrash } from '#/domain/rights'
import { clockTime } from '#/domain/time-words'
import { daysLeftWords } from '#/domain/trash'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason, useOpenSession } from '#/session/use-session'
import type { RowKey } from '#/table/Grid'
import { ListSearch } from '#/table/ListSearch'
import { StaleBanner } from '#/table/StaleBanner'
import { useCursor } from '#/table/use-cursor'
import { useListPage, type ListPage } from '#/table/use-list-page'
import { useSelection } from '#/table/use-selection'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { Segmented } from '#/ui/Segmented'
import { KeysButton } from '#/ui/KeysButton'
import { PageHeader } from '#/ui/PageHeader'
import { showToast } from '#/ui/toast-store'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { TrashBar } from './TrashBar'
import { PurgeDialog, RestoreDialog, secretsWord } from './TrashDialogs'
import { TrashEmpty } from './TrashEmpty'
import { TrashGrid, type TrashActs } from './TrashGrid'
import { SOON, useTrash, type Trashed, type TrashList } from './use-trash'
import { useTrashSearch } from './use-trash-search'

const WHICH = [
  { value: 'all', label: 'All' },
  { value: 'soon', label: 'Go within 7 days' },
] as const

const route = getRouteApi('/open/orgs/$orgId/trash')

type Asked = { act: 'restore' | 'purge'; rows: readonly Trashed[] }

/** Deleted secrets: how long they stay, back where they were or elsewhere, or gone for good. */
export function TrashPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const verdict = organization ? mayUseTrash(organization) : true
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const search = useTrashSearch()
  const list = useTrash(orgId, organization !== undefined && verdict === true, page.text, search)
  const { rows, all } = list
  const identity = useIdentity(rows)
  const [cursor, setCursor] = useCursor(page.entryKey, identity)
  const selection = useSelection(
    identity,
    useCallback((id: string) => all?.some((row) => row.id === id) ?? true, [all]),
  )
  const [asked, setAsked] = useState<Asked | null>(null)
  const closed = useCoveredReason()
  const acts = useMemo<TrashActs>(() => {
    const ask = (act: Asked['act']) => (chosen: readonly Trashed[]) =>
      closed ? showToast(closed, { tone: 'danger' }) : setAsked({ act, rows: chosen })
    return { restore: ask('restore'), purge: ask('purge') }
  }, [closed])
  const selected = all?.filter(({ id }) => selection.ids.has(id)) ?? []
  const onRow = (act: (chosen: readonly Trashed[]) => void) => (row: number) => {
    const one = rows[row]
    if (selected.length > 0) act(selected)
    else if (one) act([one])
  }
  const rowKeys: RowKey[] = [
    { id: 'rowRestore', run: onRow(acts.restore) },
    { id: 'rowPurge', run: onRow(acts.purge) },
  ]
  const close = () => setAsked(null)
  const clear = () => {
    page.clearText()
    if (search.isSoon) search.setSoon(false)
  }
  const started = () => {
    close()
    selection.onNone()
  }
  if (!organization) return null

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>Trash · Strongroom</title>
      <PageHeader
        title="Trash"
        count={all?.length.toLocaleString('en-GB')}
        actions={
          all &&
          all.length > 0 && (
            <Button variant="danger" icon={Trash2} disabledReason={closed} onClick={() => acts.purge(all)}>
              Delete {secretsWord(all.length)} for good
            </Button>
          )
        }
      />
      <TrashToolbar page={page} search={search} isClosed={all === null} />
      {all && list.error && (
        <StaleBanner error={list.error} isFetching={list.isFetching} onRetry={list.retry} />
      )}
      <TrashGrid
        grid={page.grid}
        {...page.place}
        {...{ list, acts, rowKeys, selection, cursor }}
        sort={search.order}
        onSort={search.setOrder}
        onCursor={setCursor}
        foot={<Note />}
        whenEmpty={<TrashEmpty {...{ list, orgId, verdict }} onClear={clear} />}
      />
      {selected.length > 0 && <TrashBar {...{ selection, selected, acts }} matching={rows.length} />}
      <Status list={list} />
      <AskedDialog organization={organization} asked={asked} onClose={close} onStarted={started} />
    </div>
  )
}

interface ToolbarProps {
  page: ListPage
  search: ReturnType<typeof useTrashSearch>
  isClosed: boolean
}

function TrashToolbar({ page, search, isClosed }: ToolbarProps) {
  return (
    <Toolbar>
      <ListSearch page={page} label="Search names" isClosed={isClosed} />
      <Segmented
        label="Which"
        size={28}
        options={WHICH}
        value={search.isSoon ? 'soon' : 'all'}
        onChange={(which) => search.setSoon(which === 'soon')}
      />
    </Toolbar>
  )
}

interface AskedProps {
  organization: OrganizationView
  asked: Asked | null
  onClose: () => void
  onStarted: () => void
}

function AskedDialog({ asked, ...rest }: AskedProps) {
  if (!asked) return null
  const DialogOf = asked.act === 'restore' ? RestoreDialog : PurgeDialog
  return <DialogOf rows={asked.rows} {...rest} />
}

function useIdentity(rows: readonly Trashed[]) {
  return useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((row) => row.id === id),
    }),
    [rows],
  )
}

function Note() {
  return (
    <p className="flex -mt-px gap-3 border-t border-line px-4 py-3 text-muted">
      <Icon of={Info} className="mt-0.5" />
      <span className="max-w-128">
        The server empties the trash each day at 22:00 of its own clock, after 30 days.{' '}
        <TraceLink act="emptyTrash">{recordsOfThis('emptyTrash')}</TraceLink>. While a secret is here nobody
        can read its value or its versions, and machines get “not found”.
      </span>
    </p>
  )
}

function Status({ list }: { list: TrashList }) {
  const { timeZone } = useSettings()
  const { all, rows } = list
  const soon = all?.filter(({ daysLeft }) => daysLeft <= SOON) ?? []
  const next = Math.min(...soon.map(({ daysLeft }) => daysLeft))
  return (
    <StatusLine
      end={
        <>
          {list.loadedAt > 0 && <span>Loaded {clockTime(list.loadedAt, timeZone)}</span>}
          <KeysButton />
        </>
      }
    >
      {all ? (
        <strong className="font-medium text-text">
          {rows.length === all.length ? secretsWord(all.length) : `${rows.length} of ${all.length} match`}
        </strong>
      ) : (
        <span>{list.error ? 'Not loaded' : list.isFetching ? 'Loading' : 'Not known'}</span>
      )}
      {soon.length > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <Icon of={Clock} size={14} />
          {soon.length} {soon.length === 1 ? 'goes' : 'go'} within 7 days, the next{' '}
          {next === 0 ? 'tonight' : `in ${daysLeftWords(next)}`}
        </span>
      )}
    </StatusLine>
  )
}
