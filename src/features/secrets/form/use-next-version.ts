import { useQuery } from '@tanstack/react-query'
import { secretVersionsQuery } from '#/data/secrets'
import { generationOf, readHistory } from '#/domain/secret-history'
import type { CallResult } from '#/session/call-types'

/** As many as the server keeps of one secret. */
const MOST = 10

/**
 * Which version a changed value becomes, as its tab counts them; null where that is not known. Reading the list of
 * versions is asked for only once the value differs.
 */
export function useNextVersion(
  orgId: string,
  secretId: string,
  read: CallResult<'readSecret'> | null,
  isChanged: boolean,
): { number: number; isOldestLost: boolean } | null {
  const revisedAt = Date.parse(read?.revisionDate ?? '')
  const { data } = useQuery({
    ...secretVersionsQuery(orgId, secretId, revisedAt),
    enabled: isChanged && read !== null,
  })
  if (!data?.isAvailable || !read) return null
  const { entries } = readHistory({
    ...{ rows: data.rows, current: data.currentMark, generation: generationOf(data.rows), log: null },
    ...{ createdAt: Date.parse(read.creationDate), revisedAt },
  })
  const isOldestLost = data.rows.length >= MOST
  return { number: entries.length + (isOldestLost ? 0 : 1), isOldestLost }
}
