import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { session } from '#/session/session'

const projectKeys = {
  all: (organizationId: string) => ['projects', organizationId] as const,
  list: (organizationId: string) => ['projects', organizationId, 'list'] as const,
  reach: (organizationId: string, projectId: string) =>
    ['projects', organizationId, 'reach', projectId] as const,
  machines: (organizationId: string, projectId: string) =>
    ['projects', organizationId, 'machines', projectId] as const,
  people: (organizationId: string, projectId: string) =>
    ['projects', organizationId, 'people', projectId] as const,
  trash: (organizationId: string, projectId: string) =>
    ['projects', organizationId, 'trash', projectId] as const,
  machineReach: (organizationId: string) => ['projects', organizationId, 'machine-reach'] as const,
  machineReads: (organizationId: string, projectId: string) =>
    ['projects', organizationId, 'machine-reads', projectId] as const,
}

export function projectListQuery(organizationId: string) {
  return queryOptions({
    queryKey: projectKeys.list(organizationId),
    queryFn: ({ signal }) => session.call('listProjects', { organizationId }, { signal }),
  })
}

/** How many secrets, people and machine accounts a project holds. Zero may mean "not permitted to know". */
export function projectReachQuery(organizationId: string, projectId: string) {
  return queryOptions({
    queryKey: projectKeys.reach(organizationId, projectId),
    queryFn: ({ signal }) => session.call('countProject', { projectId }, { signal }),
  })
}

/** Which machine accounts have a policy on a project; null where this account may not know. */
export function projectMachinesQuery(organizationId: string, projectId: string) {
  return queryOptions({
    queryKey: projectKeys.machines(organizationId, projectId),
    queryFn: ({ signal }) => session.call('listProjectMachines', { organizationId, projectId }, { signal }),
  })
}

/** Which members and groups have one; null where this account may not know. */
export function projectPeopleQuery(organizationId: string, projectId: string) {
  return queryOptions({
    queryKey: projectKeys.people(organizationId, projectId),
    queryFn: ({ signal }) => session.call('listProjectPeople', { organizationId, projectId }, { signal }),
  })
}

/** How many of its secrets are in the trash; null for those who may not see it. */
export function projectTrashQuery(organizationId: string, projectId: string) {
  return queryOptions({
    queryKey: projectKeys.trash(organizationId, projectId),
    queryFn: ({ signal }) => session.call('countProjectTrash', { organizationId, projectId }, { signal }),
  })
}

/** Number of secrets in reach of each machine account, by id. */
export function machineReachQuery(organizationId: string) {
  return queryOptions({
    queryKey: projectKeys.machineReach(organizationId),
    queryFn: ({ signal }) => session.call('countMachineReach', { organizationId }, { signal }),
  })
}

/** Reads of these secrets in the last 30 days, from the machine accounts' logs: up to three requests each, no event. */
export function machineReadsQuery(
  organizationId: string,
  projectId: string,
  machineIds: string[],
  secretIds: string[],
) {
  return queryOptions({
    queryKey: [...projectKeys.machineReads(organizationId, projectId), machineIds, secretIds.length],
    queryFn: ({ signal }) => session.call('readsByMachines', { machineIds, secretIds }, { signal }),
    staleTime: 60_000,
  })
}

async function refreshProjects(client: QueryClient, organizationId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: projectKeys.all(organizationId) }),
    client.invalidateQueries({ queryKey: ['secrets', organizationId, 'list'] }),
    client.invalidateQueries({ queryKey: ['counts', organizationId] }),
  ])
}

export function createProject(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (name: string) => session.call('createProject', { organizationId, name }),
    onSuccess: () => refreshProjects(client, organizationId),
  })
}

export function renameProject(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      session.call('renameProject', { organizationId, id, name }),
    onSuccess: () => refreshProjects(client, organizationId),
  })
}

/** Deletes one project for good. The server answers 200 with a refusal per item: that is an error here. */
export function deleteProject(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: async (id: string) => {
      const [result] = await session.call('deleteProjects', { ids: [id] })
      if (result?.error)
        throw new Error(`The server refused to delete it (“${result.error}”). Nothing was changed.`)
    },
    // Not awaited: the project's page has to be left before the list says that it is gone, and its dialog with it.
    onSuccess: () => void refreshProjects(client, organizationId),
  })
}
