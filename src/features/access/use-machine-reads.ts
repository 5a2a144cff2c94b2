import { useQuery } from '@tanstack/react-query'
import { machineReadsQuery } from '#/data/projects'
import { NONE } from '#/domain/access/facts'
import type { Preview } from './preview'

/** Machine accounts that lose everything here: whether they read it in the last 30 days. */
export function useMachineReads(
  orgId: string,
  targetId: string,
  { losesRead }: Preview,
  secretIds: readonly string[],
) {
  const losing = losesRead
    .filter(({ thing, after }) => thing.kind === 'machine' && after === NONE)
    .map(({ thing }) => thing.id)
  const query = useQuery({
    ...machineReadsQuery(orgId, targetId, losing, [...secretIds]),
    enabled: losing.length > 0 && secretIds.length > 0,
  })
  const reads = query.data ?? {}
  return {
    reads,
    isAsking: query.isLoading,
    failed: query.error,
    /** Read lately, or nothing tells: whoever takes the grant away has to say that it may go. */
    reading: (secretIds.length > 0 ? losing : []).filter((id) => {
      const found = reads[id]
      return query.data ? found === null || found === undefined || found.count > 0 || !found.isWhole : true
    }),
  }
}
