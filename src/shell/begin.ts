import { projectListQuery } from '#/data/projects'
import { queryClient } from '#/data/query-client'
import { secretListQuery } from '#/data/secrets'
import { mayUseSecretsManager } from '#/domain/rights'
import { session } from '#/session/session'

/** Begins what a page will ask for anyway, for those who may: the gate tells the others why not. */
export function beginSecrets(organizationId: string): boolean {
  const { state } = session
  const organization = state?.phase === 'open' && state.organizations.find((o) => o.id === organizationId)
  if (!organization || mayUseSecretsManager(organization) !== true) return false
  void queryClient.prefetchQuery(secretListQuery(organizationId))
  return true
}

export function beginLists(organizationId: string): void {
  if (beginSecrets(organizationId)) void queryClient.prefetchQuery(projectListQuery(organizationId))
}
