import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { logPlace } from '#/data/events'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { understandEvents } from '#/domain/events/event-query'
import { publicFilterOf } from '#/domain/events/public-row'
import { spanOf } from '#/domain/events/range'
import { mayReadEvents } from '#/domain/rights'
import { useEventLoad } from '#/features/events/use-event-load'
import { useEventNames } from '#/features/events/use-event-names'
import { useEventQuery } from '#/features/events/use-event-query'
import type { EventAnswer, EventQuery } from '#/session/event-types'
import type { OrganizationView } from '#/session/protocol'
import { useAhead, type Foresee } from '#/table/use-ahead'
import { choiceOf, hasChoice, zoomOf, type EventsSearch, type SearchChange } from './url'
import { useEntities, useTextTerms } from './use-entities'

const route = getRouteApi('/open/orgs/$orgId/events')

/**
 * All that the page shows of the log, from its URL and what is typed. `isHeld`: the rows that are shown stay where they
 * are, whatever comes meanwhile.
 */
export function useEventsView(organization: OrganizationView, text: string, isHeld: boolean) {
  const { id: organizationId } = organization
  const [search, foresee] = useAhead<EventsSearch>(route.useSearch())
  const onSearch = useSearchChange(organizationId, foresee)
  const { timeZone } = useSettings()
  const zone = search.tz ?? timeZone
  const now = useServerNow(10_000)
  const [openedAt] = useState(now)
  const verdict = mayReadEvents(organization)
  const isOn = verdict === true

  const isAudit = organization.role === 'audit'
  const filter = useMemo(() => (isAudit ? publicFilterOf(choiceOf(search, {})) : null), [isAudit, search])
  const place = logPlace(organizationId, filter)
  const { last, from, to } = search
  const asked = useMemo(() => spanOf({ last, from, to }, openedAt), [last, from, to, openedAt])
  const state = useEventLoad(place, asked, isOn)
  // Up to what was read, and not into the future.
  const until = useHeld(Math.max(openedAt, Math.min(asked.to, state?.wanted?.to ?? 0)), isHeld)
  const range = useMemo(() => ({ from: asked.from, to: Math.min(asked.to, until) }), [asked, until])

  const entities = useEntities(organization)
  const scope = useMemo(() => ({ ...entities, zone, now: openedAt }), [entities, zone, openedAt])
  // Understood at once: the worker looks for the rows while the letter is being painted.
  const understood = useMemo(() => understandEvents(text, scope), [text, scope])
  const terms = useTextTerms(understood.terms, entities)
  const zoom = useMemo(() => zoomOf(search), [search])
  const choice = useMemo(() => choiceOf(search, understood.operators), [search, understood])
  const query = useSame<Omit<EventQuery, 'window'>>({
    organizationId: place,
    filter: { choice, terms },
    range,
    brush: zoom,
  })
  const view = useEventQuery(
    isOn ? query : null,
    useHeld(`${state?.version} ${state?.status === 'loading'}`, isHeld),
  )
  const { names, isSettling } = useEventNames(organization, hasPolicies(view.overview))
  return {
    ...view,
    ...{ place, isFilteredThere: filter !== null },
    ...{
      search,
      onSearch,
      zone,
      now,
      openedAt,
      verdict,
      state,
      range,
      scope,
      understood,
      zoom,
      names,
      isSettling,
      query,
    },
    isNarrowed: hasChoice(search) || zoom !== null || text.trim() !== '',
  }
}

const POLICY_CHANGED = '1700'

const hasPolicies = (answer: EventAnswer | null) =>
  answer?.facets.type.values.some(({ key, count }) => key === POLICY_CHANGED && count > 0) ?? false

export type EventsView = ReturnType<typeof useEventsView>

/** The last value before it was held. */
function useHeld<T extends string | number>(value: T, isHeld: boolean): T {
  const [last, setLast] = useState(value)
  if (!isHeld && last !== value) setLast(value)
  return isHeld ? last : value
}

/** The same object as long as its content is. */
function useSame<T>(value: T): T {
  const key = JSON.stringify(value)
  return useMemo(() => JSON.parse(key) as T, [key])
}

function useSearchChange(orgId: string, foresee: Foresee<EventsSearch>) {
  const navigate = useNavigate()
  return useCallback(
    (change: SearchChange) => {
      const changed = (now: EventsSearch) => (typeof change === 'function' ? change(now) : change)
      const to = '/orgs/$orgId/events'
      foresee(changed, navigate({ to, params: { orgId }, search: changed, replace: true }))
    },
    [navigate, orgId, foresee],
  )
}
