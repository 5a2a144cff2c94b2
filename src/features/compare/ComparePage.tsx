import { getRouteApi, Link } from '@tanstack/react-router'
import { Columns2 } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { useIsCovered, useOpenSession } from '#/session/use-session'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { PageHeader } from '#/ui/PageHeader'
import { SkeletonRows } from '#/ui/Skeleton'
import { CompareBrowser } from './CompareBrowser'
import { ProjectPickers } from './ProjectPickers'
import { useCompareSearch } from './use-compare-search'
import { useComparison, type ComparisonState } from './use-comparison'

const route = getRouteApi('/open/orgs/$orgId/projects/compare')

/** Two projects against each other, by names; by values only when asked. */
export function ComparePage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const isCovered = useIsCovered()
  const search = useCompareSearch()
  const state = useComparison(orgId, search.a, search.b)
  if (!organization) return null
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>Compare projects · Strongroom</title>
      <PageHeader
        title="Compare projects"
        breadcrumbs={
          <Breadcrumbs
            items={[
              {
                key: 'projects',
                link: (
                  <Link to="/orgs/$orgId/projects" params={{ orgId }} className={crumbClass}>
                    Projects
                  </Link>
                ),
              },
            ]}
          />
        }
      />
      {state.projects && (
        <ProjectPickers projects={state.projects} a={search.a} b={search.b} onChange={search.setPair} />
      )}
      {isCovered ? (
        <EmptyState
          icon={Columns2}
          title="Hidden names cannot be compared"
          text="Screen-share mode hides all names on this page, and they are what is compared. Turn it off to go on."
        />
      ) : state.snapshot ? (
        <CompareBrowser
          // Anew for each pair: what was selected or compared of one is nothing to the next.
          key={`${state.snapshot.a.id} ${state.snapshot.b.id}`}
          organization={organization}
          state={state}
          snapshot={state.snapshot}
          show={search.show}
          onShow={search.setShow}
        />
      ) : (
        <NoComparison state={state} isPair={search.a !== undefined && search.b !== undefined} />
      )}
    </div>
  )
}

function NoComparison({ state, isPair }: { state: ComparisonState; isPair: boolean }) {
  const { error, gone, projects } = state
  if (error) {
    return (
      <ErrorPanel
        title="The projects could not be compared"
        text={error.message}
        details={errorReport(error)}
        onRetry={() => void state.refresh()}
        retryBusy={state.isFetching}
      />
    )
  }
  if (gone.a || gone.b) {
    return (
      <EmptyState
        icon={Columns2}
        title={gone.a && gone.b ? 'Both projects are not here' : `Project ${gone.a ? 'A' : 'B'} is not here`}
        text="It was deleted, or you are not permitted to read it: the server does not tell which. Choose another one."
      />
    )
  }
  if (projects && !isPair) {
    return (
      <EmptyState
        icon={Columns2}
        title={projects.length < 2 ? 'Two projects are needed' : 'Choose two projects'}
        text="Shows which names are only in one of them and which are in both. That reads no secret and leaves no event; values are compared only when you ask for it."
      />
    )
  }
  return <SkeletonRows rows={6} label="Loading both projects" />
}
