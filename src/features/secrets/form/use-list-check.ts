import { useQuery } from '@tanstack/react-query'
import { secretListQuery } from '#/data/secrets'
import { judgeList, type ListCheck } from './list-check'
import type { EditBase } from './secret-draft'

const EVERY = 30_000
/** A list of this many rows is too much to load twice a minute. */
const LARGE = 5_000
const EVERY_LARGE = 10 * EVERY

/** Looks by the date in the list whether somebody else saved meanwhile. The server records nothing of it. */
export function useListCheck(organizationId: string, secretId: string, base: EditBase) {
  const list = useQuery({
    ...secretListQuery(organizationId),
    refetchInterval: (query) => ((query.state.data?.count ?? 0) > LARGE ? EVERY_LARGE : EVERY),
  })
  const judge = ({ data, error, dataUpdatedAt }: Pick<typeof list, 'data' | 'error' | 'dataUpdatedAt'>) => {
    if (error) return { state: 'unknown', error } satisfies ListCheck
    return data
      ? judgeList(data, dataUpdatedAt, secretId, base)
      : ({ state: 'same', at: base.readAt } satisfies ListCheck)
  }
  const check: ListCheck = judge(list)
  const look = async (): Promise<ListCheck> => judge(await list.refetch())
  return { check, look }
}
