import { queryOptions } from '@tanstack/react-query'
import { heldPlaces } from '#/session/held-places'
import { session } from '#/session/session'

/** Forms that were not saved: place, times and size. Their content is sealed until it is opened at its place. */
export function draftListQuery() {
  return queryOptions({ queryKey: ['drafts'], queryFn: () => session.call('listDrafts', null), staleTime: 0 })
}

/** Those among them whose form is open in no tab. Asked for by a page when it comes, not while it stays. */
export function waitingDraftsQuery() {
  return queryOptions({
    queryKey: ['drafts', 'waiting'],
    queryFn: async () => {
      const [drafts, held] = await Promise.all([session.call('listDrafts', null), heldPlaces()])
      return drafts.filter(({ place }) => !held.has(place))
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

const RELOAD_MAY_TAKE = 400

/** Whether a slot is this form's own. Asked twice, as the page before a reload may still be on its way out. */
export function slotQuery(place: string) {
  return queryOptions({
    queryKey: ['draft-slot', place],
    queryFn: async () => {
      if (!(await heldPlaces()).has(place)) return true
      await new Promise((resolve) => setTimeout(resolve, RELOAD_MAY_TAKE))
      return !(await heldPlaces()).has(place)
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
}

/** Throws a draft away that no open form holds. */
export const removeDraft = (place: string): Promise<void> => session.call('removeDraft', { place })
