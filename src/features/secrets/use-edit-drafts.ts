import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { draftListQuery } from '#/data/drafts'

const EDIT = /\/secrets\/([^/]+)\/edit$/

/** Ids of the secrets of which an edit waits, here or in another tab. */
export function useEditDrafts(orgId: string): ReadonlySet<string> {
  const { data } = useQuery({ ...draftListQuery(), refetchOnWindowFocus: true })
  return useMemo(() => {
    const places = (data ?? [])
      .map(({ place }) => place)
      .filter((place) => place.startsWith(`/orgs/${orgId}/`))
    return new Set(places.flatMap((place) => EDIT.exec(place)?.[1] ?? []))
  }, [data, orgId])
}
