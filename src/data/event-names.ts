import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { session } from '#/session/session'
import { deviceKey } from './device'

/**
 * Names of what the lists have no more: as this session decrypted them before, and as earlier ones remembered them.
 * `listedAt`: changes with the lists that tell what is gone.
 */
export function formerNamesQuery(organizationId: string, listedAt: number) {
  return queryOptions({
    queryKey: ['former-names', organizationId, listedAt],
    queryFn: () => session.call('listFormerNames', { organizationId }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** How many names this person's sessions remember in this browser; null: it is switched off. */
export function rememberedNamesQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['remembered-names', organizationId],
    queryFn: () => session.call('countRememberedNames', { organizationId }),
  })
}

/** Types of policies by their ids, which only the log writes. */
export function policyTypesQuery(organizationId: string) {
  return queryOptions({
    queryKey: ['policies', organizationId, 'types'],
    queryFn: ({ signal }) => session.call('listPolicyTypes', { organizationId }, { signal }),
    staleTime: 5 * 60_000,
  })
}

export function rememberNames(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (isOn: boolean) => session.call('rememberNames', { organizationId, isOn }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['remembered-names', organizationId] }),
        client.invalidateQueries({ queryKey: ['former-names', organizationId] }),
        client.invalidateQueries({ queryKey: deviceKey }),
      ]),
  })
}
