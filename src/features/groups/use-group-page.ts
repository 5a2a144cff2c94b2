import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useSettings } from '#/data/settings'
import { mayListGroups, mayUseSecretsManager } from '#/domain/rights'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import type { Sort } from '#/table/GridHeader'
import { useCursor } from '#/table/use-cursor'
import { useListPage } from '#/table/use-list-page'
import { useSelection } from '#/table/use-selection'
import { canChangeGroups, closedReason } from './can'
import { shownGroups, type GroupFilter, type GroupSort } from './group-order'
import type { Asked } from './GroupDialogs'
import { useGroupGrants, useGroups } from './use-groups'

/** Everything that the page of groups shows, and what moves it: order, filter and open sheet stand in the URL. */
export function useGroupPage(organization: OrganizationView) {
  const search = useSearch({ from: '/open/orgs/$orgId/groups' })
  const navigate = useNavigate({ from: '/orgs/$orgId/groups' })
  const { singleKeys } = useSettings()
  const list = useListPage(singleKeys)
  const verdict = mayListGroups(organization)
  const data = useGroups(organization.id, verdict === true)
  const hasSecrets = mayUseSecretsManager(organization) === true
  const grants = useGroupGrants(organization.id, hasSecrets && (data.groups?.length ?? 0) > 0)
  const [asked, ask] = useState<Asked | null>(null)
  const covered = useCoveredReason()
  const sort: GroupSort = search.sort ?? 'name'
  const direction = search.dir ?? first(sort)
  const { rows, terms } = useMemo(() => {
    const wish = { text: list.text, sort, direction, filter: search.is }
    return data.groups
      ? shownGroups(data.groups, wish, { people: data.people, grants })
      : { rows: [], terms: [] }
  }, [data.groups, data.people, grants, list.text, sort, direction, search.is])
  const identity = useMemo(
    () => ({
      rowCount: rows.length,
      idOf: (row: number) => rows[row]?.id ?? '',
      rowOf: (id: string) => rows.findIndex((group) => group.id === id),
    }),
    [rows],
  )
  const [cursor, setCursor] = useCursor(list.entryKey, identity)
  const ids = useMemo(() => new Set(data.groups?.map(({ id }) => id)), [data.groups])
  const selection = useSelection(
    identity,
    useCallback((id: string) => ids.has(id), [ids]),
  )

  const show = (group: string | undefined) =>
    void navigate({ to: '.', search: { ...search, group }, replace: search.group !== undefined })
  const setFilter = (is: GroupFilter) =>
    void navigate({ to: '.', search: { ...search, is: search.is === is ? undefined : is }, replace: true })

  return {
    ...{
      list,
      data,
      grants,
      hasSecrets,
      verdict,
      rows,
      terms,
      cursor,
      setCursor,
      asked,
      ask,
      show,
      setFilter,
      selection,
    },
    selected: data.groups?.filter(({ id }) => selection.ids.has(id)) ?? [],
    filter: search.is,
    openId: search.group,
    open: data.groups?.find(({ id }) => id === search.group),
    closed: covered || closedReason(canChangeGroups(organization)),
    sort: { id: sort, direction },
    setSort: ({ id, direction: dir }: Sort) => {
      const wanted: GroupSort = id === 'members' || id === 'collections' ? id : 'name'
      const next = {
        sort: wanted === 'name' ? undefined : wanted,
        dir: dir === first(wanted) ? undefined : dir,
      }
      void navigate({ to: '.', search: { ...search, ...next }, replace: true })
    },
    clear: () => {
      list.clearText()
      if (search.is) setFilter(search.is)
    },
    /** To the sheet of the row before or after. */
    step: (by: number) => {
      const at = identity.rowOf(search.group ?? '') + by
      const next = rows[at]
      if (!next) return
      setCursor(at)
      show(next.id)
    },
  }
}

const first = (sort: GroupSort): 'asc' | 'desc' => (sort === 'name' ? 'asc' : 'desc')
