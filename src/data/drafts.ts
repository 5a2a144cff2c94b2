import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

/** Forms that were not saved: place, times and size. Their content is sealed until it is opened at its place. */
export function draftListQuery() {
  return queryOptions({ queryKey: ['drafts'], queryFn: () => session.call('listDrafts', null), staleTime: 0 })
}

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

/** Throws a draft away that no open form holds. */
export const removeDraft = (place: string): Promise<void> => session.call('removeDraft', { place })
