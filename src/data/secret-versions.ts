import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { CallArguments, CallResult } from '#/session/call-types'
import { session } from '#/session/session'
import { refreshSecrets } from './secrets'

export type ComparedPair = Omit<CallArguments<'compareVersions'>, 'isShown'>

/** What two values have in common, without a text of either: computed in the worker, no request, no event. */
export function comparisonQuery(pair: ComparedPair) {
  const { organizationId, secretId, a, b, changed } = pair
  return queryOptions({
    queryKey: ['secrets', organizationId, 'compare', secretId, a, b, changed],
    queryFn: () => session.call('compareVersions', { ...pair, isShown: false }),
    retry: false,
  })
}

/** The same with the texts. Outside of the cache: only what is on show holds them. */
export const compareShown = (pair: ComparedPair) =>
  session.call('compareVersions', { ...pair, isShown: true })

/** Deletes one version for good. */
export function deleteVersion(client: QueryClient, organizationId: string) {
  return mutationOptions({
    mutationFn: (versionId: string) => session.call('deleteVersions', { versionIds: [versionId] }),
    onSuccess: () => refreshSecrets(client, organizationId),
  })
}

/** Reads this secret and others, each recorded, and tells which hold the same value. Outside of the cache. */
export function findTwins(
  request: CallArguments<'findTwins'>,
  options: { signal: AbortSignal; onPart: (part: { done: number; of: number }) => void },
): Promise<CallResult<'findTwins'>> {
  return session.call('findTwins', request, options)
}
