import { amount } from '#/lib/amount'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import type { OrganizationView } from '#/session/protocol'
import { rowOfSecret, secretId, type SecretColumns } from '#/session/secret-columns'
import { StaleBanner } from '#/table/StaleBanner'
import { useCursor, type RowIdentity } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { useSelection } from '#/table/use-selection'
import { Selected } from './bulk/Selected'
import { DeleteSecretDialog } from './DeleteSecretDialog'
import { countAmong, countMarks, noFilter, shownRows } from './list-view'
import { SecretGrid } from './SecretGrid'
import { SecretListEmpty } from './SecretListEmpty'
import { SecretListStatus } from './SecretListStatus'
import { SecretToolbar } from './SecretToolbar'
import { useFinder } from './use-finder'
import { useListSearch } from './use-list-search'
import { useRowKeys } from './use-row-keys'
import { useSecretActs } from './use-secret-acts'
import { useSecretList, type SecretListView } from './use-secret-list'
import type { SecretFacts } from './use-secret-row'

interface Props {
  organization: OrganizationView
  /** Only the secrets of this project, whatever the URL filters by. */
  projectId: string | null
  /** Above the toolbar, where the page has no header of its own. */
  header?: ReactNode
}

/** Search, filters, grid and status of secrets: the whole list, or a project's. */
export function SecretBrowser({ organization, projectId, header }: Props) {
  const orgId = organization.id
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const search = useListSearch(
    projectId === null ? '/open/orgs/$orgId/secrets' : '/open/orgs/$orgId/projects/$projectId',
  )
  const { sort, direction, setSort, setFilter } = search
  const filter = projectId === null ? search.filter : { ...search.filter, project: projectId }
  const finder = useFinder(organization, projectId, page.text, filter)
  const { understood, wanted, facts } = finder
  const view = useSecretList(orgId, { sort, direction, filter: wanted, terms: understood.terms, facts })
  const base = useBase(view.columns, projectId)
  const [deleting, setDeleting] = useState<SecretFacts | null>(null)
  const acts = useSecretActs(orgId, setDeleting)
  const identity = useIdentity(view)
  const [cursor, setCursor] = useCursor(page.entryKey, identity)
  const selection = useSelection(identity, useExists(view.columns))
  const rowKeys = useRowKeys(view, acts)
  const order = { sort, direction, onSort: setSort }
  const isNamed = projectId !== null && base.total > 0 && !view.isPartial
  const hasFilter = isFiltered(search.filter, projectId)

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {header}
        <SecretToolbar
          {...order}
          orgId={orgId}
          view={view}
          columns={view.columns}
          page={page}
          finder={finder}
          filter={filter}
          onFilter={setFilter}
          hasProject={projectId === null}
          label={isNamed ? `Search ${amount(base.total)} names` : 'Search names'}
          isClosed={view.columns === null && view.error !== null}
        />
        {view.columns && view.error && (
          <StaleBanner error={view.error} isFetching={view.isFetching} onRetry={view.retry} />
        )}
        <SecretGrid
          grid={page.grid}
          {...page.place}
          orgId={orgId}
          view={view}
          acts={acts}
          rowKeys={rowKeys}
          selection={selection}
          // The first rows stand as the server sent them.
          sort={{ id: view.isPartial ? 'none' : sort, direction }}
          onSort={(next) => setSort(next.id, next.direction)}
          cursor={cursor}
          onCursor={setCursor}
          hasProject={projectId === null}
          whenEmpty={
            <SecretListEmpty
              view={view}
              organization={organization}
              projectId={projectId}
              total={base.total}
              text={page.text}
              filter={wanted}
              facts={facts}
              hasFilter={hasFilter}
              onClearText={page.clearText}
              onClearFilter={() => setFilter(noFilter)}
            />
          }
        />
        <Selected organization={organization} view={view} selection={selection} />
        <SecretListStatus
          view={view}
          total={base.total}
          spoiled={base.spoiled}
          isNarrowed={hasFilter || page.text.trim() !== ''}
        />
      </div>
      {deleting && (
        <DeleteSecretDialog
          organization={organization}
          secret={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => setDeleting(null)}
        />
      )}
    </div>
  )
}

const isFiltered = (filter: object, projectId: string | null) =>
  Object.entries(filter).some(([key, value]) => value !== null && (projectId === null || key !== 'project'))

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

const idSets = new WeakMap<SecretColumns, Set<string>>()

/** Made with the first question: searching 100,000 joined ids for each selected one would cost a millisecond each. */
function idsOf(columns: SecretColumns): Set<string> {
  const known = idSets.get(columns)
  if (known) return known
  const ids = new Set(Array.from({ length: columns.count }, (_, row) => secretId(columns, row)))
  idSets.set(columns, ids)
  return ids
}

function useExists(columns: SecretColumns | null) {
  return useCallback((id: string) => columns === null || idsOf(columns).has(id), [columns])
}

/** How many secrets this list could show, and how many of them have a name that cannot be read. */
function useBase(columns: SecretListView['columns'], projectId: string | null) {
  return useMemo(() => {
    if (!columns) return { total: 0, spoiled: 0 }
    if (projectId === null) return { total: columns.count, spoiled: countMarks(columns.spoiled) }
    const all = shownRows(columns, columns.byChanged, { ...noFilter, project: projectId }, [])
    return { total: all.length, spoiled: countAmong(all, columns.spoiled) }
  }, [columns, projectId])
}
