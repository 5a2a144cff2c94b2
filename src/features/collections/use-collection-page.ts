import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import { useCursor } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { useSelection } from '#/table/use-selection'
import { canCreateCollection, closedReason } from './can'
import { collectionRows, type CollectionRowShown } from './collection-rows'
import type { Asked } from './CollectionDialogs'
import { useCollections, type CollectionFacts } from './use-collections'

type Filter = 'unmanaged' | 'spoiled'

/** Everything that the page of collections shows, and what moves it: view, filter and open sheet stand in the URL. */
export function useCollectionPage(organization: OrganizationView) {
  const search = useSearch({ from: '/open/orgs/$orgId/collections' })
  const navigate = useNavigate({ from: '/orgs/$orgId/collections' })
  const { singleKeys } = useSettings()
  const list = useListPage(singleKeys)
  const data = useCollections(organization.id, organization)
  const [asked, ask] = useState<Asked | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const covered = useCoveredReason()
  const isFlat = search.view === 'flat'
  const { rows, matches } = useMemo(() => {
    const wish = { text: list.text, isFlat, filter: search.is, folded }
    return data.collections ? collectionRows(data.collections, wish, data.people) : { rows: [], matches: 0 }
  }, [data.collections, data.people, list.text, isFlat, search.is, folded])
  const identity = useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.key ?? '',
      rowOf: (key: string) => rows.findIndex((row) => row.key === key),
    }),
    [rows],
  )
  const [cursor, setCursor] = useCursor(list.entryKey, identity)
  const selection = useChosen(rows, data.collections)

  const show = (collection: string | undefined) =>
    void navigate({
      to: '.',
      search: { ...search, collection },
      replace: search.collection !== undefined,
    })
  const setFilter = (is: Filter) =>
    void navigate({ to: '.', search: { ...search, is: search.is === is ? undefined : is }, replace: true })

  return {
    ...{ list, data, rows, matches, folded, cursor, setCursor, asked, ask, isFlat, show, setFilter },
    selection,
    selected: data.collections?.filter(({ id }) => selection.ids.has(id)) ?? [],
    filter: search.is,
    openId: search.collection,
    open: data.collections?.find(({ id }) => id === search.collection),
    spoiled: data.collections?.filter(({ name }) => name === null).length ?? 0,
    closed: covered || closedReason(canCreateCollection(organization)),
    isNarrowed: list.text !== '' || search.is !== undefined,
    setFlat: (isWanted: boolean) =>
      void navigate({
        to: '.',
        search: { ...search, view: isWanted ? 'flat' : undefined },
        replace: true,
      }),
    fold: (path: string) => {
      const next = new Set(folded)
      if (!next.delete(path)) next.add(path)
      setFolded(next)
    },
    clear: () => {
      list.clearText()
      if (search.is) setFilter(search.is)
    },
    /** To the sheet of the collection before or after. */
    step: (by: number) => {
      const all = rows.flatMap(({ collection }) => (collection ? [collection.id] : []))
      const next = all[all.indexOf(search.collection ?? '') + by]
      if (next === undefined) return
      setCursor(identity.rowOf(next))
      show(next)
    },
  }
}

/** Rows that are parts of names alone cannot be chosen. */
function useChosen(rows: readonly CollectionRowShown[], all: readonly CollectionFacts[] | null) {
  const identity = useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.collection?.id ?? '',
      rowOf: (id: string) => rows.findIndex(({ collection }) => collection?.id === id),
    }),
    [rows],
  )
  const ids = useMemo(() => new Set(all?.map(({ id }) => id)), [all])
  return useSelection(
    identity,
    useCallback((id: string) => ids.has(id), [ids]),
  )
}
