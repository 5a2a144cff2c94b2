import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { entryMemory, rememberEntry } from '#/table/entry-memory'
import { projectListQuery } from '#/data/projects'
import { useSettings } from '#/data/settings'
import type { OrganizationView } from '#/session/protocol'
import { rowOfSecret, secretId } from '#/session/secret-columns'
import { cursorMoves } from '#/table/cursor'
import { useCursor, type RowIdentity } from '#/table/use-cursor'
import { useEntryText, useHistoryEntry } from '#/table/use-entry-text'
import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { KeySheet } from '#/ui/KeySheet'
import { SearchField } from '#/ui/SearchField'
import { Toolbar } from '#/ui/Toolbar'
import { useShortcuts, type Shortcut } from '#/ui/use-shortcuts'
import { canCreateSecret } from './can'
import { DeleteSecretDialog } from './DeleteSecretDialog'
import { noFilter, shownRows } from './list-view'
import { SecretFilters } from './SecretFilters'
import { SecretGrid } from './SecretGrid'
import { SecretListEmpty } from './SecretListEmpty'
import { SecretListStatus } from './SecretListStatus'
import { useListSearch } from './use-list-search'
import { useRowKeys } from './use-row-keys'
import { useSecretActs } from './use-secret-acts'
import { useSecretList, type SecretListView } from './use-secret-list'
import type { SecretFacts } from './use-secret-row'

interface Props {
  organization: OrganizationView
  /** Only the secrets of this project, whatever the URL filters by. */
  projectId: string | null
  /** Above the toolbar; told how many secrets there are as soon as it is known. */
  header?: (total: number | null) => ReactNode
}

/** Search, filters, grid and status of secrets: the whole list, or a project's. */
export function SecretBrowser({ organization, projectId, header }: Props) {
  const orgId = organization.id
  const { singleKeys } = useSettings()
  const entry = useHistoryEntry()
  const [text, setText] = useEntryText()
  const {
    sort,
    direction,
    filter: asked,
    setSort,
    setFilter,
  } = useListSearch(
    projectId === null ? '/open/orgs/$orgId/secrets' : '/open/orgs/$orgId/projects/$projectId',
  )
  const filter = projectId === null ? asked : { ...asked, project: projectId }
  const view = useSecretList(orgId, { sort, direction, filter, text })
  const projects = useQuery(projectListQuery(orgId)).data
  const base = useBase(view.columns, projectId)
  const [deleting, setDeleting] = useState<SecretFacts | null>(null)
  const [hasKeys, setKeys] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const acts = useSecretActs(orgId, setDeleting)
  const [cursor, setCursor] = useCursor(entry.key, useIdentity(view))
  const rowKeys = useRowKeys(view, acts)

  const pageKeys: Shortcut[] = [
    { key: '/', label: 'Search names', run: () => search.current?.focus() },
    { key: '?', label: 'Show or hide the keys', run: () => setKeys(!hasKeys) },
    { key: 'j', alias: 'k', label: 'To the list', run: () => grid.current?.focus() },
  ]
  useShortcuts(pageKeys, singleKeys)

  const hasFilter =
    asked.access !== null || asked.is !== null || (projectId === null && asked.project !== null)
  const hasText = text.trim() !== ''
  const clearFilter = () =>
    setFilter({ access: null, is: null, ...(projectId === null && { project: null }) })
  const isKnown = view.columns !== null
  const remember = useCallback((scroll: number) => rememberEntry(entry.key, { scroll }), [entry.key])
  const countOf = (wanted: typeof filter, terms: typeof view.terms) =>
    view.columns ? shownRows(view.columns, view.columns.byChanged, wanted, terms).length : 0

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {header?.(view.isPartial ? null : base.total)}
        <Toolbar>
          <SearchField
            ref={search}
            label={
              base.total > 0 && !view.isPartial && projectId !== null
                ? `Search ${base.total} names`
                : 'Search names'
            }
            value={text}
            onChange={setText}
            disabled={!isKnown && view.error !== null}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
              event.preventDefault()
              grid.current?.focus()
            }}
          />
          <SecretFilters
            columns={view.columns}
            filter={filter}
            onFilter={setFilter}
            sort={sort}
            direction={direction}
            onSort={setSort}
            hasProject={projectId === null}
          />
        </Toolbar>
        {isKnown && view.error && (
          <Banner
            tone="warning"
            role="status"
            actions={
              <Button size={28} busy={view.isFetching} onClick={view.retry}>
                Read again
              </Button>
            }
          >
            The list could not be read again: {view.error.message} What you see is as it was loaded last.
          </Banner>
        )}
        <SecretGrid
          ref={grid}
          orgId={orgId}
          view={view}
          acts={acts}
          rowKeys={rowKeys}
          sort={{ id: sort, direction }}
          onSort={(next) => setSort(next.id, next.direction)}
          cursor={cursor}
          onCursor={setCursor}
          hasProject={projectId === null}
          initialScroll={entryMemory(entry.key).scroll}
          onScroll={remember}
          whenEmpty={
            <SecretListEmpty
              view={view}
              organization={organization}
              projectId={projectId}
              total={base.total}
              verdict={canCreateSecret(organization, projects ?? [], projectId)}
              text={text}
              hasFilter={hasFilter}
              withoutText={countOf(filter, [])}
              withoutFilter={countOf({ ...noFilter, project: projectId }, view.terms)}
              onClearText={() => {
                setText('')
                search.current?.focus()
              }}
              onClearFilter={clearFilter}
            />
          }
        />
        <SecretListStatus
          view={view}
          total={base.total}
          spoiled={base.spoiled}
          isNarrowed={hasFilter || hasText}
          onKeys={() => setKeys(!hasKeys)}
        />
      </div>
      {hasKeys && (
        <KeySheet
          onClose={() => setKeys(false)}
          areSingleKeysOn={singleKeys}
          sections={[
            { title: 'In the list', keys: [...cursorMoves, { caps: ['↵'], label: 'Open' }] },
            { title: 'On the row', keys: rowKeys.map(({ key, label }) => ({ caps: [key], label })) },
            {
              title: 'On the page',
              keys: pageKeys.filter((k) => !k.alias).map(({ key, label }) => ({ caps: [key], label })),
            },
          ]}
        />
      )}
      {deleting && (
        <DeleteSecretDialog
          organization={organization}
          secret={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            setDeleting(null)
            // The row that was acted on is gone, and with it the place to give the focus back to.
            requestAnimationFrame(() => grid.current?.focus())
          }}
        />
      )}
    </div>
  )
}

function useIdentity({ columns, rows }: SecretListView): RowIdentity {
  return useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row) => (columns ? secretId(columns, rows[row] ?? 0) : ''),
      rowOf: (id) => (columns ? rows.indexOf(rowOfSecret(columns, id)) : -1),
    }),
    [columns, rows],
  )
}

/** How many secrets this list could show, and how many of them have a name that cannot be read. */
function useBase(columns: SecretListView['columns'], projectId: string | null) {
  return useMemo(() => {
    if (!columns) return { total: 0, spoiled: 0 }
    const all = shownRows(columns, columns.byChanged, { ...noFilter, project: projectId }, [])
    const spoiled = shownRows(columns, all, { ...noFilter, is: 'spoiled' }, [])
    return { total: all.length, spoiled: spoiled.length }
  }, [columns, projectId])
}
