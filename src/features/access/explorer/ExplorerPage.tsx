import { getRouteApi, Link } from '@tanstack/react-router'
import { Download, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { csvText } from '#/lib/csv'
import { downloadText } from '#/lib/download'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { PageHeader } from '#/ui/PageHeader'
import { SearchField } from '#/ui/SearchField'
import { Segmented } from '#/ui/Segmented'
import { Select } from '#/ui/Select'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { useMedia } from '#/ui/use-media'
import { nameOf } from '#/features/access/names'
import { ProofSheet } from '#/features/access/ProofSheet'
import { explorerCsv } from './explorer-csv'
import { Matrix } from './Matrix'
import { Legend } from './MatrixCell'
import { matrixView } from './matrix-rows'
import type { MatrixFilter } from './matrix-rows'
import { ReachView } from './ReachView'
import { useExplorer } from './use-explorer'
import type { Explorer } from './build-explorer'

const route = getRouteApi('/open/orgs/$orgId/access')

/** Who can read what, for the whole organization, and why. Reading it is recorded nowhere. */
export function ExplorerPage() {
  const { orgId } = route.useParams()
  const state = useExplorer(orgId)
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <title>Access explorer · Strongroom</title>
      {state.status === 'ready' ? (
        <Explored orgId={orgId} explorer={state.explorer} />
      ) : (
        <>
          <PageHeader title="Access explorer" />
          {state.status === 'loading' ? (
            <SkeletonRows rows={14} label="Loading people, machine accounts and projects" />
          ) : (
            <ErrorPanel
              title="The explorer could not be loaded"
              text={`${state.error.message} Without these lists nothing can be said of anybody’s access.`}
              details={errorReport(state.error)}
              onRetry={state.retry}
              retryBusy={state.isRetrying}
            />
          )}
        </>
      )}
    </div>
  )
}

function Explored({ orgId, explorer }: { orgId: string; explorer: Explorer }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [text, setText] = useState('')
  const { kinds, right, by } = search
  const view = useMemo(
    () => matrixView(explorer, { text, kinds, right, by }),
    [explorer, text, kinds, right, by],
  )
  const set = (change: Partial<Search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  const [principal, project] = search.cell?.split('.') ?? []
  // A phone has no room for a matrix: there one asks of an object, or of somebody.
  const isNarrow = useMedia('(width < 40rem)')
  const reach = search.view ?? (isNarrow ? 'who' : undefined)
  const isMatrix = reach === undefined
  return (
    <>
      <PageHeader
        title="Access explorer"
        actions={
          isMatrix &&
          view.columns.length > 0 && (
            <Button
              icon={Download}
              onClick={() =>
                downloadText(csvText(explorerCsv(explorer, view)), 'access.csv', 'text/csv;charset=utf-8')
              }
            >
              Export {view.rowCount} {view.rowCount === 1 ? 'row' : 'rows'} as CSV
            </Button>
          )
        }
      />
      <Toolbar>
        <Views isNarrow={isNarrow} value={reach ?? 'matrix'} onSet={set} />
        {isMatrix && (
          <>
            <SearchField
              label="Filter people, groups, machines or projects"
              value={text}
              onChange={setText}
              className="max-sm:basis-full"
            />
            <Filters search={search} onSet={set} />
          </>
        )}
      </Toolbar>
      <div className="flex min-h-0 flex-1">
        {reach ? (
          <ReachView
            key={reach}
            {...{ orgId, explorer }}
            view={reach}
            of={search.of ?? null}
            onChoose={(of) => set({ of, cell: undefined })}
            onProof={(who, on) => set({ cell: `${who}.${on}` })}
          />
        ) : view.lines.length > 0 && view.columns.length > 0 ? (
          <Matrix
            map={explorer.map}
            matrix={view}
            open={search.cell ?? null}
            onOpen={(who, on) => set({ cell: `${who}.${on}` })}
          />
        ) : (
          <NoMatch
            isEmpty={explorer.projects.length === 0}
            onClear={() => {
              setText('')
              set({ kinds: undefined, right: undefined, by: undefined })
            }}
          />
        )}
        {principal && project && explorer.map.rows.has(principal) && (
          <CellProof {...{ orgId, explorer, principal, project }} onSet={set} />
        )}
      </div>
      <StatusLine end={isMatrix && <Legend />}>{progressWords(explorer)}</StatusLine>
    </>
  )
}

interface Search {
  view?: 'who' | 'what' | undefined
  of?: string | undefined
  kinds?: MatrixFilter['kinds']
  right?: MatrixFilter['right']
  by?: MatrixFilter['by']
  cell?: string | undefined
}

interface ProofProps {
  orgId: string
  explorer: Explorer
  principal: string
  project: string
  onSet: (change: Partial<Search>) => void
}

/** Why the cell is what it is, with the ways on from there. */
function CellProof({ orgId, explorer, principal, project, onSet }: ProofProps) {
  const { map, names, projects } = explorer
  const secrets = projects.find(({ id }) => id === project)?.secrets ?? 0
  return (
    <ProofSheet
      map={map}
      names={names}
      principal={principal}
      target={project}
      targetName={nameOf(names, project)}
      onClose={() => onSet({ cell: undefined })}
      footer={
        <>
          <Button onClick={() => onSet({ view: 'what', of: principal, cell: undefined })}>
            What {nameOf(names, principal)} can reach
          </Button>
          <Link
            to="/orgs/$orgId/projects/$projectId/access"
            params={{ orgId, projectId: project }}
            className={buttonClass()}
          >
            Change grants
          </Link>
        </>
      }
    >
      <p className="mt-4 text-muted">
        {secrets} {secrets === 1 ? 'secret' : 'secrets'} in this project that you can read. Grants on single
        secrets are not part of it.
      </p>
    </ProofSheet>
  )
}

interface ViewsProps {
  isNarrow: boolean
  value: 'matrix' | 'who' | 'what'
  onSet: (change: Partial<Search>) => void
}

function Views({ isNarrow, value, onSet }: ViewsProps) {
  return (
    <Segmented
      label="View"
      size={28}
      options={[
        ...(isNarrow ? [] : [{ value: 'matrix' as const, label: 'Matrix' }]),
        { value: 'who', label: 'Who can reach' },
        { value: 'what', label: 'What can reach' },
      ]}
      value={value}
      onChange={(next) =>
        onSet({ view: next === 'matrix' ? undefined : next, of: undefined, cell: undefined })
      }
    />
  )
}

function Filters({ search, onSet }: { search: Search; onSet: (change: Partial<Search>) => void }) {
  return (
    <>
      <Select
        label="Kinds"
        hideLabel
        size={28}
        className="w-40 max-xl:w-28"
        options={[
          { value: 'all', label: 'All kinds' },
          { value: 'person', label: 'People' },
          { value: 'admin', label: 'Owners and admins' },
          { value: 'user', label: 'Other people' },
          { value: 'group', label: 'Groups' },
          { value: 'machine', label: 'Machine accounts' },
        ]}
        value={search.kinds ?? 'all'}
        onChange={(value) => onSet({ kinds: value === 'all' ? undefined : value })}
      />
      <Select
        label="Right"
        hideLabel
        size={28}
        className="w-34 max-xl:w-28"
        options={[
          { value: 'all', label: 'All rights' },
          { value: 'any', label: 'With a right' },
          { value: 'write', label: 'Can write' },
          { value: 'unknown', label: 'Not known' },
        ]}
        value={search.right ?? 'all'}
        onChange={(value) => onSet({ right: value === 'all' ? undefined : value })}
      />
      <Button
        size={28}
        aria-pressed={search.by === 'direct'}
        onClick={() => onSet({ by: search.by ? undefined : 'direct' })}
      >
        Only direct
      </Button>
    </>
  )
}

function NoMatch({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title={isEmpty ? 'No project is here for you to see' : 'Nothing matches these filters'}
      text={
        isEmpty
          ? 'Either the organization has none, or your account may read none: the server does not tell which.'
          : 'People, groups, machine accounts and projects are searched by name and e-mail.'
      }
      actions={!isEmpty && <Button onClick={onClear}>Clear filters</Button>}
    />
  )
}

function progressWords({ progress }: Explorer): string {
  const { read, refused, failed, of } = progress
  const words = [`${read} of ${of} projects read`]
  if (refused > 0) words.push(`${refused} not permitted to you`)
  if (failed > 0) words.push(`${failed} failed`)
  if (read + refused + failed < of) words.push('still reading, 2 requests each')
  return words.join(', ')
}
