import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Bot, Lock } from 'lucide-react'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { projectMachinesQuery } from '#/data/projects'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { MachineTable } from './MachineTable'
import { useProjects } from './use-projects'

const route = getRouteApi('/open/orgs/$orgId/projects/$projectId')

/** Which machine accounts read this project, and how. Nothing here reads a secret. */
export function ProjectMachinesTab() {
  const { orgId, projectId } = route.useParams()
  const { projects } = useProjects(orgId)
  const project = projects?.find((p) => p.id === projectId)
  const machines = useQuery({
    ...projectMachinesQuery(orgId, projectId),
    enabled: project?.canWrite ?? false,
  })
  if (!project) return null
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <title>{`Machine accounts of ${projectId.slice(0, 8)} · Strongroom`}</title>
      {!project.canWrite || machines.data === null ? (
        <EmptyState
          icon={Lock}
          title="Not permitted: which machine accounts read this project"
          text="Only who can change a project sees its access. You can read this one. Owners, admins and whoever may write it can tell you, or give you write access."
        />
      ) : machines.error ? (
        <ErrorPanel
          title="The machine accounts could not be loaded"
          text={`${machines.error.message} Which of them read this project is not known right now.`}
          request={[
            `GET /api/projects/${projectId.slice(0, 8)}…/access-policies/service-accounts`,
            howItEnded(machines.error),
          ]}
          details={errorReport(machines.error)}
          onRetry={() => void machines.refetch()}
          retryBusy={machines.isFetching}
        />
      ) : !machines.data ? (
        <SkeletonRows rows={3} label="Loading machine accounts" />
      ) : machines.data.length === 0 ? (
        <EmptyState
          icon={Bot}
          title="No machine account reads this project"
          text="None has access to the project as a whole. Access to a single secret is set on the secret itself and is not listed here."
        />
      ) : (
        <MachineTable orgId={orgId} project={project} machines={machines.data} />
      )}
    </div>
  )
}
