import { getRouteApi, Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Folder } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { useOpenSession } from '#/session/use-session'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { NotHere } from '#/ui/NotHere'
import { Skeleton } from '#/ui/Skeleton'
import { showToast } from '#/ui/toast-store'
import { DeleteProjectDialog } from './DeleteProjectDialog'
import { RenameProjectDialog } from './ProjectDialogs'
import { ProjectHeader } from './ProjectHeader'
import { useInterrupted } from './use-interrupted'
import { useProjects } from './use-projects'

const route = getRouteApi('/open/orgs/$orgId/projects/$projectId')

/** Header of one project; its secrets are a child route, drawn by the feature that draws all secrets. */
export function ProjectPage() {
  const { orgId, projectId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const list = useProjects(orgId)
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null)
  const project = list.projects?.find((p) => p.id === projectId)
  const mine = useMemo(() => (project ? [project] : null), [project])
  const rename = useCallback(() => setAsked('rename'), [])
  useInterrupted({
    orgId,
    projects: mine,
    onRename: rename,
  })
  if (!organization) return null
  const title = <title>{`Project ${projectId.slice(0, 8)} · Strongroom`}</title>
  if (!list.projects) {
    if (!list.error) return <HeaderSkeleton />
    return (
      <>
        {title}
        <ErrorPanel
          level={1}
          title="The project could not be shown"
          text={list.error.message}
          request={[`GET /api/organizations/${orgId.slice(0, 8)}…/projects`, howItEnded(list.error)]}
          details={errorReport(list.error)}
          actions={
            <Link to="/orgs/$orgId/projects" params={{ orgId }} className={linkClass}>
              All projects
            </Link>
          }
          onRetry={list.retry}
          retryBusy={list.isFetching}
        />
      </>
    )
  }
  if (!project) {
    return (
      <NotHere
        icon={Folder}
        title={`Project ${projectId.slice(0, 8)} is not here`}
        text="It was deleted, or you are not permitted to read it: the server does not tell which. Secrets of a deleted project are still there, without a project; owners and admins see them."
        isBusy={list.isFetching}
        onRefresh={list.retry}
        links={
          <>
            <Link to="/orgs/$orgId/projects" params={{ orgId }} className={linkClass}>
              All projects
            </Link>
            <Link
              to="/orgs/$orgId/secrets"
              params={{ orgId }}
              search={{ is: 'unassigned' }}
              className={linkClass}
            >
              Secrets without a project
            </Link>
          </>
        }
      >
        {title}
      </NotHere>
    )
  }
  return (
    <>
      {title}
      <ProjectHeader orgId={orgId} project={project} onRename={rename} onDelete={() => setAsked('delete')} />
      <Outlet />
      {asked === 'rename' && (
        <RenameProjectDialog orgId={orgId} project={project} onClose={() => setAsked(null)} />
      )}
      {asked === 'delete' && (
        <DeleteProjectDialog
          organization={organization}
          project={project}
          onClose={() => setAsked(null)}
          onDeleted={() => {
            showToast('The project is deleted. Its secrets stay without a project.')
            void navigate({ to: '/orgs/$orgId/projects', params: { orgId } })
          }}
        />
      )}
    </>
  )
}

function HeaderSkeleton() {
  return (
    <div role="status" aria-label="Loading the project" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-3 w-16" />
      <Skeleton className="h-6 w-64" />
    </div>
  )
}
