import { getRouteApi } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useSettings } from '#/data/settings'
import { parseTerms } from '#/domain/search'
import { clockTime } from '#/domain/time-words'
import { useOpenSession } from '#/session/use-session'
import { cursorMoves } from '#/table/cursor'
import { entryMemory, rememberEntry } from '#/table/entry-memory'
import { useCursor } from '#/table/use-cursor'
import { useEntryText, useHistoryEntry } from '#/table/use-entry-text'
import { Button } from '#/ui/Button'
import { KeyCap } from '#/ui/KeyCap'
import { KeySheet } from '#/ui/KeySheet'
import { linkClass } from '#/ui/link-class'
import { PageHeader } from '#/ui/PageHeader'
import { SearchField } from '#/ui/SearchField'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { useShortcuts } from '#/ui/use-shortcuts'
import { DeleteProjectDialog } from './DeleteProjectDialog'
import { shownProjects } from './project-order'
import { CreateProjectDialog, RenameProjectDialog } from './ProjectDialogs'
import { ProjectGrid } from './ProjectGrid'
import { ProjectListEmpty } from './ProjectListEmpty'
import { ProjectsBanner } from './ProjectsBanner'
import { useProjectActs, type Asked } from './use-project-acts'
import { useProjectSort } from './use-project-sort'
import { useProjects, type ProjectFacts } from './use-projects'

const route = getRouteApi('/open/orgs/$orgId/projects')

export function ProjectListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const { singleKeys, timeZone } = useSettings()
  const entry = useHistoryEntry()
  const [text, setText] = useEntryText()
  const { sort, direction, setSort } = useProjectSort()
  const list = useProjects(orgId)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isCreating, setCreating] = useState(false)
  const [hasKeys, setKeys] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const acts = useProjectActs(orgId, setAsked)
  const terms = useMemo(() => parseTerms(text), [text])
  const rows = useMemo(
    () => (list.projects ? shownProjects(list.projects, sort, direction, terms) : []),
    [list.projects, sort, direction, terms],
  )
  const [cursor, setCursor] = useCursor(
    entry.key,
    useMemo(
      () => ({
        rowCount: rows.length,
        idOf: (row) => rows[row]?.id ?? '',
        rowOf: (id) => rows.findIndex((p) => p.id === id),
      }),
      [rows],
    ),
  )
  const rowKeys = useMemo(() => {
    const on = (act: (project: ProjectFacts) => void) => (row: number) => {
      const project = rows[row]
      if (project) act(project)
    }
    return [
      { key: 'e', label: 'Rename', run: on(acts.rename) },
      { key: 'n', label: 'Copy the name', run: on(acts.copyName) },
    ]
  }, [rows, acts])
  const pageKeys = [
    { key: '/', label: 'Search names', run: () => search.current?.focus() },
    { key: '?', label: 'Show or hide the keys', run: () => setKeys(!hasKeys) },
  ]
  useShortcuts(
    [...pageKeys, { key: 'j', alias: 'k', label: 'To the list', run: () => grid.current?.focus() }],
    singleKeys,
  )
  const remember = useCallback((scroll: number) => rememberEntry(entry.key, { scroll }), [entry.key])
  if (!organization) return null
  const total = list.projects?.length ?? 0

  return (
    <div className="flex min-h-0 flex-1">
      <title>Projects · Strongroom</title>
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          title="Projects"
          count={list.projects ? total.toLocaleString('en-GB') : undefined}
          actions={
            <Button variant="solid" icon={Plus} onClick={() => setCreating(true)}>
              New project
            </Button>
          }
        />
        <Toolbar>
          <SearchField
            ref={search}
            label="Search names"
            value={text}
            onChange={setText}
            disabled={!list.projects && list.error !== null}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
              event.preventDefault()
              grid.current?.focus()
            }}
          />
        </Toolbar>
        <ProjectsBanner list={list} />
        <ProjectGrid
          ref={grid}
          orgId={orgId}
          rows={rows}
          terms={terms}
          acts={acts}
          rowKeys={rowKeys}
          sort={{ id: sort, direction }}
          onSort={(next) => setSort(next.id, next.direction)}
          cursor={cursor}
          onCursor={setCursor}
          isBusy={!list.projects && list.isFetching}
          initialScroll={entryMemory(entry.key).scroll}
          onScroll={remember}
          whenEmpty={
            <ProjectListEmpty
              list={list}
              organization={organization}
              onCreate={() => setCreating(true)}
              onClear={() => {
                setText('')
                search.current?.focus()
              }}
            />
          }
        />
        <StatusLine
          end={
            <>
              {list.loadedAt > 0 && <span>Loaded {clockTime(list.loadedAt, timeZone)}</span>}
              <button
                type="button"
                onClick={() => setKeys(!hasKeys)}
                className={`${linkClass} inline-flex items-center gap-1.5 text-muted`}
              >
                <KeyCap>?</KeyCap> Keys
              </button>
            </>
          }
        >
          <span>
            {!list.projects ? (
              list.error ? (
                'Not loaded'
              ) : (
                'Loading'
              )
            ) : terms.length > 0 ? (
              <>
                <strong className="font-medium text-text">
                  {rows.length} of {total}
                </strong>{' '}
                match
              </>
            ) : (
              <>
                <strong className="font-medium text-text">
                  {total} {total === 1 ? 'project' : 'projects'}
                </strong>
                , list complete
              </>
            )}
          </span>
        </StatusLine>
      </div>
      {hasKeys && (
        <KeySheet
          onClose={() => setKeys(false)}
          areSingleKeysOn={singleKeys}
          sections={[
            { title: 'In the list', keys: [...cursorMoves, { caps: ['↵'], label: 'Open' }] },
            { title: 'On the row', keys: rowKeys.map(({ key, label }) => ({ caps: [key], label })) },
            { title: 'On the page', keys: pageKeys.map(({ key, label }) => ({ caps: [key], label })) },
          ]}
        />
      )}
      {isCreating && <CreateProjectDialog orgId={orgId} onClose={() => setCreating(false)} />}
      {asked?.act === 'rename' && (
        <RenameProjectDialog orgId={orgId} project={asked.project} onClose={() => setAsked(null)} />
      )}
      {asked?.act === 'delete' && (
        <DeleteProjectDialog
          organization={organization}
          project={asked.project}
          onClose={() => setAsked(null)}
          onDeleted={() => {
            setAsked(null)
            // The row that was acted on is gone, and with it the place to give the focus back to.
            requestAnimationFrame(() => grid.current?.focus())
          }}
        />
      )}
    </div>
  )
}
