import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { projectListQuery } from '#/data/projects'
import { linkClass } from '#/ui/link-class'
import { GrantEditor } from './GrantEditor'

const route = getRouteApi('/open/orgs/$orgId/projects/$projectId/access')

/** Grants on one project, and everybody who reaches it. */
export function ProjectAccessTab() {
  const { orgId, projectId } = route.useParams()
  const { data } = useQuery(projectListQuery(orgId))
  const name = data?.find(({ id }) => id === projectId)?.name
  return (
    <>
      <title>{`Access to project ${projectId.slice(0, 8)} · Strongroom`}</title>
      <GrantEditor
        key={projectId}
        orgId={orgId}
        target={{ kind: 'project', id: projectId }}
        place={`/orgs/${orgId}/projects/${projectId}/access`}
        name={name?.ok ? name.text : `Project ${projectId.slice(0, 8)}`}
        wayBack={
          <Link to="/orgs/$orgId/projects/$projectId" params={{ orgId, projectId }} className={linkClass}>
            Back to its secrets
          </Link>
        }
      />
    </>
  )
}
