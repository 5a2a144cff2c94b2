import { amount } from '#/lib/amount'
import { useNavigate } from '@tanstack/react-router'
import { CircleCheck, SearchX } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import { parseTerms } from '#/domain/search'
import type { OrganizationView } from '#/session/protocol'
import { ListSearch } from '#/table/ListSearch'
import { useCursor } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { useSelection } from '#/table/use-selection'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { Segmented } from '#/ui/Segmented'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { rowsOfTab, shownRows, type CompareRow, type RowSort, type Show } from './compare-rows'
import { CompareGrid } from './CompareGrid'
import { goneReason } from './can'
import { projectName, type ComparisonState, type Snapshot } from './use-comparison'
import { useValues, type Values } from './use-values'
import { TransferBar } from './TransferBar'
import { TransferDialog } from './TransferDialog'
import { ValueBar } from './ValueBar'

interface Props {
  organization: OrganizationView
  state: ComparisonState
  snapshot: Snapshot
  show: Show
  onShow: (show: Show) => void
}

const noKeys: never[] = []

export function CompareBrowser({ organization, state, snapshot, show, onShow }: Props) {
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const values = useValues(organization.id)
  const [sort, setSort] = useState<RowSort>({ id: 'name', direction: 'asc' })
  const { terms, all, rows, identity, selection } = useCompareRows(snapshot, show, page.text, sort, values)
  const [cursor, setCursor] = useCursor(page.entryKey, identity)
  const open = useOpenRow(organization.id)
  const { onlyA, onlyB, both, unknownA, unknownB } = snapshot.comparison
  const gone = goneReason(state.gone, snapshot)
  const [goal, setGoal] = useState<'a' | 'b' | null>(null)
  const selected = all.filter(({ id }) => selection.ids.has(id))

  return (
    <>
      <Toolbar>
        <Segmented<Show>
          label="Part of the comparison"
          size={28}
          collapse
          value={show}
          onChange={onShow}
          options={[
            { value: 'a', label: `Only in A ${amount(onlyA.length)}` },
            { value: 'b', label: `Only in B ${amount(onlyB.length)}` },
            { value: 'both', label: `In both ${amount(both.length)}` },
          ]}
        />
        <ListSearch page={page} label="Search names" isClosed={false} />
      </Toolbar>
      {gone && (
        <Banner tone="warning" role="alert">
          {gone} What was compared stays here as it was.
        </Banner>
      )}
      {!gone && state.error && (
        <Banner tone="warning" role="alert">
          The lists could not be read again: {state.error.message} This may be out of date.
        </Banner>
      )}
      {show === 'both' && <ValueBar rows={all} selected={selected} values={values} closed={false} />}
      <CompareGrid
        grid={page.grid}
        {...page.place}
        show={show}
        rows={rows}
        terms={terms}
        selection={selection}
        verdictOf={values.verdictOf}
        onOpenRow={open}
        rowKeys={noKeys}
        sort={sort}
        onSort={setSort}
        cursor={cursor}
        onCursor={setCursor}
        isBusy={state.isFetching}
        whenEmpty={<NoRows show={show} snapshot={snapshot} total={all.length} onClear={page.clearText} />}
      />
      <TransferBar
        show={show}
        snapshot={snapshot}
        count={selection.count}
        hidden={selection.hidden}
        gone={gone}
        onTransfer={setGoal}
        onNone={selection.onNone}
      />
      {goal && (
        <TransferDialog
          organization={organization}
          from={goal === 'a' ? snapshot.b : snapshot.a}
          to={snapshot[goal]}
          sources={selected.flatMap((row) => row[goal === 'a' ? 'b' : 'a'])}
          target={goal === 'a' ? snapshot.rowsA : snapshot.rowsB}
          gone={gone}
          refresh={state.refresh}
          onClose={() => setGoal(null)}
        />
      )}
      <Status
        shown={terms.length > 0 ? rows.length : null}
        total={all.length}
        unknown={unknownA.length + unknownB.length}
      />
    </>
  )
}

function useCompareRows(snapshot: Snapshot, show: Show, text: string, sort: RowSort, { verdictOf }: Values) {
  const terms = useMemo(() => parseTerms(text), [text])
  const all = useMemo(() => rowsOfTab(snapshot.comparison, show), [snapshot, show])
  const rows = useMemo(() => shownRows(all, terms, sort, verdictOf), [all, terms, sort, verdictOf])
  const identity = useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((row) => row.id === id),
    }),
    [rows],
  )
  const ids = useMemo(() => new Set(all.map(({ id }) => id)), [all])
  const selection = useSelection(
    identity,
    useCallback((id: string) => ids.has(id), [ids]),
  )
  return { terms, all, rows, identity, selection }
}

function Status({ shown, total, unknown }: { shown: number | null; total: number; unknown: number }) {
  return (
    <StatusLine>
      <span>
        {shown === null ? amount(total) : `${amount(shown)} of ${amount(total)}`}{' '}
        {total === 1 ? 'name' : 'names'}
      </span>
      {unknown > 0 && (
        <span>
          {amount(unknown)} cannot be decrypted and {unknown === 1 ? 'is' : 'are'} not compared
        </span>
      )}
    </StatusLine>
  )
}

function useOpenRow(orgId: string) {
  const navigate = useNavigate()
  return useCallback(
    (row: CompareRow) => {
      const secretId = (row.a[0] ?? row.b[0])?.id
      if (secretId) void navigate({ to: '/orgs/$orgId/secrets/$secretId', params: { orgId, secretId } })
    },
    [navigate, orgId],
  )
}

interface NoRowsProps {
  show: Show
  snapshot: Snapshot
  total: number
  onClear: () => void
}

function NoRows({ show, snapshot, total, onClear }: NoRowsProps) {
  if (total > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No name matches"
        text={`All ${amount(total)} names of this part were searched.`}
        actions={
          <Button keyCap="Esc" onClick={onClear}>
            Clear search
          </Button>
        }
      />
    )
  }
  const { a, b } = snapshot
  const titles = {
    a: 'Nothing is only in A',
    b: 'Nothing is only in B',
    both: 'No name is in both',
  }
  const texts = {
    a: `Every name that you can read in ${projectName(a)} is in ${projectName(b)} too.`,
    b: `Every name that you can read in ${projectName(b)} is in ${projectName(a)} too.`,
    both: `${projectName(a)} and ${projectName(b)} have no secret of the same name, as far as you can read them.`,
  }
  return <EmptyState icon={CircleCheck} title={titles[show]} text={texts[show]} />
}
