import { amount } from '#/lib/amount'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { projectListQuery } from '#/data/projects'
import { secretListQuery } from '#/data/secrets'
import { useOpenSession } from '#/session/use-session'
import { PageHeader } from '#/ui/PageHeader'
import { canCreateSecret } from './can'
import { NewSecretButton } from './NewSecretButton'
import { SecretBrowser } from './SecretBrowser'

const route = getRouteApi('/open/orgs/$orgId/secrets')

export function SecretListPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  const { data: list, error } = useQuery(secretListQuery(orgId))
  const projects = useQuery(projectListQuery(orgId)).data
  if (!organization) return null
  return (
    <>
      <title>Secrets · Strongroom</title>
      <SecretBrowser
        organization={organization}
        projectId={null}
        header={
          <PageHeader
            title="Secrets"
            count={list ? amount(list.count) : undefined}
            actions={
              <NewSecretButton
                orgId={orgId}
                projectId={null}
                isSolid={Boolean(list) || !error}
                verdict={projects ? canCreateSecret(organization, projects, null) : true}
              />
            }
          />
        }
      />
    </>
  )
}
