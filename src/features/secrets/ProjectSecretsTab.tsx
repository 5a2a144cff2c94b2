import { getRouteApi } from '@tanstack/react-router'
import { useOpenSession } from '#/session/use-session'
import { SecretBrowser } from './SecretBrowser'

const route = getRouteApi('/open/orgs/$orgId/projects/$projectId')

/** The secrets of one project, under its header: the list that is loaded anyway, filtered. */
export function ProjectSecretsTab() {
  const { orgId, projectId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  if (!organization) return null
  return <SecretBrowser key={projectId} organization={organization} projectId={projectId} />
}
