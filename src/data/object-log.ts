import { infiniteQueryOptions } from '@tanstack/react-query'
import type { LogTarget } from '#/session/object-log-types'
import { session } from '#/session/session'

export interface LogWish {
  organizationId: string
  target: LogTarget
  /** Epoch ms. */
  from: number
  to: number
  mayReadLog: boolean
  mostPages?: number
}

/** The log of one object, part by part. Reading it is recorded nowhere. */
export function objectLogQuery({ target, ...wish }: LogWish) {
  return infiniteQueryOptions({
    queryKey: ['object-log', wish.organizationId, target, wish.from, wish.to],
    queryFn: ({ signal, pageParam }) =>
      session.call('loadObjectLog', { ...wish, target, before: pageParam }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (part) => (part.status === 'read' ? part.downTo : null),
    staleTime: 60_000,
  })
}
