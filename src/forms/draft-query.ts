import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

/** The draft of one page, opened when its form opens; null where there is none. */
export function draftQuery(place: string) {
  return queryOptions({
    queryKey: ['draft', place],
    queryFn: () => session.call('readDraft', { place }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnReconnect: false,
  })
}

export const removeDraft = (place: string) => session.call('removeDraft', { place })
