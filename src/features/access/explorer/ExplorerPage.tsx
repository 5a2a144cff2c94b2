import { amount } from '#/lib/amount'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Download, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { EndpointName } from '#/api/contract'
import { ApiError } from '#/api/error'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { csvText } from '#/lib/csv'
import { downloadText } from '#/lib/download'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { PageHeader } from '#/ui/PageHeader'
import { SearchField } from '#/ui/SearchField'
import { SkeletonRows } from '#/ui/Skeleton'
import { StatusLine } from '#/ui/StatusLine'
import { Toolbar } from '#/ui/Toolbar'
import { useMedia } from '#/ui/use-media'
import type { EventLoadState } from '#/session/event-types'
import { useOpenSession } from '#/session/use-session'
import { CellProof } from './CellProof'
import { Filters, Views } from './ExplorerFilters'
import type { Search } from './ExplorerFilters'
import { explorerCsv } from './explorer-csv'
import { Matrix } from './Matrix'
import { Legend } from './MatrixCell'
import { matrixView } from './matrix-rows'
import { ObjectProof } from './ObjectReach'
import { ReachView } from './ReachView'
import { useExplorer } from './use-explorer'
import type { Usage } from './unused'
import { reachTarget } from './use-object-map'
import { useUsage } from './use-usage'
import { usageWords } from './usage-words'
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
        <Explored orgId={orgId} explorer={state.explorer} readAgain={state.readAgain} />
      ) : (
        <>
          <PageHeader title="Access explorer" />
          {state.status === 'loading' ? (
            <SkeletonRows rows={14} label="Loading people, machine accounts and projects" />
          ) : (
            <ErrorPanel
              title="The explorer could not be loaded"
              text={`${state.error.message} Without these lists nothing can be said of anybody’s access.`}
              request={[requestOf(state.error, orgId), howItEnded(state.error)]}
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

const paths: Partial<Record<EndpointName, string>> = {
  memberMiniList: 'users/mini-details',
  projectList: 'projects',
  secretList: 'secrets',
  machineAccountList: 'service-accounts',
  peopleGranteeList: 'access-policies/people/potential-grantees',
  machineAccountGranteeList: 'access-policies/service-accounts/potential-grantees',
}

/** Which of the lists it was that failed. */
function requestOf(error: Error, orgId: string): string {
  const path = error instanceof ApiError ? (paths[error.endpoint] ?? '') : ''
  return `GET /api/organizations/${orgId.slice(0, 8)}…/${path}`
}

interface ExploredProps {
  orgId: string
  explorer: Explorer
  readAgain: () => void
}

function Explored({ orgId, explorer, readAgain }: ExploredProps) {
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
  const isTight = useMedia('(width < 80rem)')
  const reach = search.view ?? (isNarrow ? 'who' : undefined)
  const isMatrix = reach === undefined
  const organization = useOpenSession()?.organizations.find(({ id }) => id === orgId)
  const mayReadLog = organization?.canReadEvents === true
  const { usage, state } = useUsage(orgId, explorer, mayReadLog && search.use === 'unused')
  const filters = <Filters {...{ search, mayReadLog }} onSet={set} />
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
              Export {amount(view.rowCount)} {view.rowCount === 1 ? 'row' : 'rows'} as CSV
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
            {!isTight && filters}
          </>
        )}
      </Toolbar>
      {isMatrix && isTight && <Toolbar isUnderTabs>{filters}</Toolbar>}
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
            usage={usage}
            open={search.cell ?? null}
            onOpen={(who, on) => set({ cell: `${who}.${on}` })}
          />
        ) : (
          <NoMatch
            isEmpty={explorer.projects.length === 0}
            seesAll={organization?.role === 'owner' || organization?.role === 'admin'}
            onClear={() => {
              setText('')
              set({ kinds: undefined, right: undefined, by: undefined })
            }}
          />
        )}
        {principal && project && (
          <OpenProof {...{ orgId, explorer, principal, usage }} object={project} onSet={set} />
        )}
      </div>
      <Status {...{ explorer, isMatrix, usage, log: state, readAgain }} />
    </>
  )
}

interface OpenProofProps extends Omit<ExploredProps, 'readAgain'> {
  principal: string
  object: string
  usage: Usage | null
  onSet: (change: Partial<Search>) => void
}

/** Of a cell of the matrix, or of a single secret or machine account, whose grants are read apart. */
function OpenProof({ orgId, explorer, principal, object, usage, onSet }: OpenProofProps) {
  const target = reachTarget(explorer, object)
  if (target)
    return (
      <ObjectProof
        {...{ orgId, explorer, target, principal }}
        onWhat={() => onSet({ view: 'what', of: principal, cell: undefined })}
        onClose={() => onSet({ cell: undefined })}
      />
    )
  if (!explorer.map.rows.has(principal)) return null
  return <CellProof {...{ orgId, explorer, principal, usage, onSet }} project={object} />
}

interface StatusProps {
  explorer: Explorer
  isMatrix: boolean
  usage: Usage | null
  log: EventLoadState | null
  readAgain: () => void
}

/** How much of it is known. */
function Status({ explorer, isMatrix, usage, log, readAgain }: StatusProps) {
  const { failed } = explorer.progress
  return (
    <StatusLine end={isMatrix && <Legend hasUnused={usage !== null} />}>
      {progressWords(explorer)}
      {failed > 0 && (
        <Button size={28} variant="ghost" onClick={readAgain}>
          Read {failed} again
        </Button>
      )}
      {log && <span>{usageWords(log, usage)}</span>}
    </StatusLine>
  )
}

interface NoMatchProps {
  isEmpty: boolean
  /** An owner or admin reads every project: where none is listed, there is none. */
  seesAll: boolean
  onClear: () => void
}

function NoMatch({ isEmpty, seesAll, onClear }: NoMatchProps) {
  if (isEmpty && seesAll)
    return (
      <EmptyState
        icon={SearchX}
        title="This organization has no project yet"
        text="Access to secrets is given project by project. As soon as there is one, it is told here who can reach it, and why."
        actions={<ToProjects />}
      />
    )
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

function ToProjects() {
  const { orgId } = route.useParams()
  return (
    <Link to="/orgs/$orgId/projects" params={{ orgId }} className={linkClass}>
      Open Projects
    </Link>
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
