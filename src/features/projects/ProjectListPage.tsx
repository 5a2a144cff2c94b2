import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Columns2, Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import { parseTerms, type Term } from '#/domain/search'
import { maySessionWrite } from '#/session/only-reads'
import { useCoveredReason, useOpenSession } from '#/session/use-session'
import { ListSearch } from '#/table/ListSearch'
import { useCursor } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { Button } from '#/ui/Button'
import { PageHeader } from '#/ui/PageHeader'
import { Toolbar } from '#/ui/Toolbar'
import { closedReason } from './can'
import { DeleteProjectDialog } from './DeleteProjectDialog'
import { shownProjects } from './project-order'
import { CreateProjectDialog, RenameProjectDialog } from './ProjectDialogs'
import { ProjectGrid } from './ProjectGrid'
import { ProjectListEmpty } from './ProjectListEmpty'
import { ProjectListStatus } from './ProjectListStatus'
import { ProjectsBanner } from './ProjectsBanner'
import { useInterrupted } from './use-interrupted'
import { useProjectActs, useProjectKeys, type Asked } from './use-project-acts'
import { useProjectSort } from './use-project-sort'
import { useProjects, type ProjectFacts } from './use-projects'

const route = getRouteApi('/open/orgs/$orgId/projects')

export function ProjectListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const { singleKeys } = useSettings()
  const page = useListPage(singleKeys)
  const { sort, direction, setSort } = useProjectSort()
  const list = useProjects(orgId)
  const [asked, setAsked] = useState<Asked | { act: 'create' } | null>(null)
  const acts = useProjectActs(orgId, setAsked)
  const { rows, terms } = useRows(list.projects, page.text, sort, direction)
  const [cursor, setCursor] = useCursor(page.entryKey, useIdentity(rows))
  const rowKeys = useProjectKeys(rows, acts)
  const close = () => setAsked(null)
  const create = useCallback(() => setAsked({ act: 'create' }), [])
  useInterrupted({ orgId, projects: list.projects, onCreate: create, onRename: acts.rename })
  if (!organization) return null

  return (
    <div className="flex min-h-0 flex-1">
      <title>Projects · Strongroom</title>
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          title="Projects"
          count={list.projects?.length.toLocaleString('en-GB')}
          actions={
            <HeaderActs orgId={orgId} isSolid={Boolean(list.projects) || !list.error} onCreate={create} />
          }
        />
        <Toolbar>
          <ListSearch
            page={page}
            label="Search names"
            isClosed={list.projects === null && list.error !== null}
          />
        </Toolbar>
        <ProjectsBanner list={list} />
        <ProjectGrid
          grid={page.grid}
          {...page.place}
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
          whenEmpty={
            <ProjectListEmpty
              list={list}
              organization={organization}
              onCreate={create}
              onClear={page.clearText}
            />
          }
        />
        <ProjectListStatus list={list} shown={rows.length} isNarrowed={terms.length > 0} />
      </div>
      {asked?.act === 'create' && <CreateProjectDialog orgId={orgId} onClose={close} />}
      {asked?.act === 'rename' && (
        <RenameProjectDialog orgId={orgId} project={asked.project} onClose={close} />
      )}
      {asked?.act === 'delete' && (
        <DeleteProjectDialog
          organization={organization}
          project={asked.project}
          onClose={close}
          onDeleted={close}
        />
      )}
    </div>
  )
}

function useRows(
  projects: readonly ProjectFacts[] | null,
  text: string,
  sort: Parameters<typeof shownProjects>[1],
  direction: 'asc' | 'desc',
): { rows: readonly ProjectFacts[]; terms: readonly Term[] } {
  return useMemo(() => {
    const terms = parseTerms(text)
    return { terms, rows: projects ? shownProjects(projects, sort, direction, terms) : [] }
  }, [projects, text, sort, direction])
}

function useIdentity(rows: readonly ProjectFacts[]) {
  return useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((p) => p.id === id),
    }),
    [rows],
  )
}

interface ActsProps {
  orgId: string
  /** Where the list failed, trying again is the one act in view. */
  isSolid: boolean
  onCreate: () => void
}

function HeaderActs({ orgId, isSolid, onCreate }: ActsProps) {
  const navigate = useNavigate()
  const covered = useCoveredReason()
  return (
    <>
      <Button
        icon={Columns2}
        onClick={() => void navigate({ to: '/orgs/$orgId/projects/compare', params: { orgId } })}
      >
        Compare
      </Button>
      <Button
        variant={isSolid ? 'solid' : 'outlined'}
        icon={Plus}
        disabledReason={covered || closedReason(maySessionWrite())}
        onClick={onCreate}
      >
        New project
      </Button>
    </>
  )
}
