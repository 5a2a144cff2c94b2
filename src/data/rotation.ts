import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { readRotation, type Rotation } from '#/domain/rotation'
import { session } from '#/session/session'

/** The page on which a rotation goes on: what waits at sign-in leads there. */
const place = (organizationId: string, machineId: string): string =>
  `/orgs/${organizationId}/machine-accounts/${machineId}/tokens`

const key = (organizationId: string, machineId: string) =>
  ['machines', organizationId, 'rotation', machineId] as const

/** The rotation that is under way for a machine account, sealed on this device; null where there is none. */
export function rotationQuery(organizationId: string, machineId: string) {
  return queryOptions({
    queryKey: key(organizationId, machineId),
    queryFn: async () => {
      const draft = await session.call('readDraft', { place: place(organizationId, machineId) })
      return draft ? readRotation(draft.content) : null
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** Keeps where it stands; null: it is over. */
export function keepRotation(client: QueryClient, organizationId: string, machineId: string) {
  return mutationOptions({
    mutationFn: async (rotation: Rotation | null) => {
      const at = place(organizationId, machineId)
      if (rotation) {
        // The worker's drafts count from the machine's clock, the rotation from the server's.
        await session.call('putDraft', { place: at, startedAt: Date.now(), content: rotation })
      } else await session.call('removeDraft', { place: at })
    },
    onMutate: (rotation) => client.setQueryData<Rotation | null>(key(organizationId, machineId), rotation),
  })
}
