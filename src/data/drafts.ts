import { queryOptions } from '@tanstack/react-query'
import { session } from '#/session/session'

/** Forms that were not saved: place, times and size. Their content is sealed until it is opened at its place. */
export function draftListQuery() {
  return queryOptions({ queryKey: ['drafts'], queryFn: () => session.call('listDrafts', null), staleTime: 0 })
}

export const putDraft = (place: string, startedAt: number, content: unknown) =>
  session.call('putDraft', { place, startedAt, content })

export const readDraft = (place: string) => session.call('readDraft', { place })

export const removeDraft = (place: string) => session.call('removeDraft', { place })
