import { actorKey, actorOf } from '#/domain/events/actor'
import type { Burst } from '#/domain/events/bursts'
import { FACETS, NONE, type FacetChoice, type FacetName } from '#/domain/events/filter'
import { ACTOR_KEY, OBJECT_KEY, type EventOperators } from '#/domain/events/event-query'
import type { EventRow } from '#/domain/events/row'
import { objectKey, objectOf } from '#/domain/events/sentence'
import type { PresetId } from '#/domain/events/range'
import type { TimeSpan } from '#/session/event-types'

/** What the URL of the page holds: operators and ids, never a name or free text. */
export type EventsSearch = Partial<Record<FacetName, string | undefined>> & {
  last?: PresetId | undefined
  from?: string | undefined
  to?: string | undefined
  tz?: 'local' | 'utc' | undefined
  zoom?: string | undefined
  event?: string | undefined
}

export const valuesOf = (list: string | undefined): string[] => (list ? list.split(',') : [])

const listed = (values: readonly string[]): string | undefined =>
  values.length > 0 ? [...new Set(values)].join(',') : undefined

const isNot = (value: string) => value.startsWith('-')
const bare = (value: string) => (isNot(value) ? value.slice(1) : value)

/** From the URL and from what is typed at the moment. */
export function choiceOf(search: EventsSearch, typed: EventOperators): FacetChoice {
  const choice: FacetChoice = {}
  for (const facet of FACETS) {
    const values = [...valuesOf(search[facet]), ...(typed[facet] ?? [])]
    if (values.length === 0) continue
    choice[facet] = {
      wanted: values.filter((value) => !isNot(value)),
      unwanted: values.filter(isNot).map(bare),
    }
  }
  return choice
}

export const hasChoice = (search: EventsSearch): boolean =>
  FACETS.some((facet) => search[facet] !== undefined)

/** With what was typed and is finished. A new end of the range takes the place of the old one. */
export function narrowed(search: EventsSearch, typed: EventOperators): EventsSearch {
  const next: EventsSearch = { ...search }
  for (const facet of FACETS)
    if (typed[facet]) next[facet] = listed([...valuesOf(search[facet]), ...typed[facet]])
  const [from] = typed.from?.slice(-1) ?? []
  const [to] = typed.to?.slice(-1) ?? []
  if (from !== undefined) Object.assign(next, { from, zoom: undefined })
  if (to !== undefined) Object.assign(next, { to, zoom: undefined })
  return next
}

/** `as`: wanted, not wanted, or neither. */
export function withValue(
  search: EventsSearch,
  facet: FacetName,
  value: string,
  as: 'wanted' | 'unwanted' | 'off',
): EventsSearch {
  const others = valuesOf(search[facet]).filter((each) => bare(each) !== value)
  const own = as === 'off' ? [] : [as === 'wanted' ? value : `-${value}`]
  return { ...search, [facet]: listed([...others, ...own]) }
}

export function stateOfValue(
  search: EventsSearch,
  facet: FacetName,
  value: string,
): 'wanted' | 'unwanted' | 'off' {
  const values = valuesOf(search[facet])
  if (values.includes(value)) return 'wanted'
  return values.includes(`-${value}`) ? 'unwanted' : 'off'
}

export function zoomOf(search: EventsSearch): TimeSpan | null {
  const [from = Number.NaN, to = Number.NaN] = (search.zoom ?? '').split('~').map(Date.parse)
  return Number.isNaN(from) || Number.isNaN(to) ? null : { from: Math.min(from, to), to: Math.max(from, to) }
}

export const zoomText = ({ from, to }: TimeSpan): string =>
  `${new Date(from).toISOString()}~${new Date(to).toISOString()}`

/** What is to stand there, or that reckoned from the search as it is by then: an earlier change may not be drawn yet. */
export type SearchChange = EventsSearch | ((now: EventsSearch) => EventsSearch)

/** With the actor of a row alone; null where the URL cannot tell it. */
export function onlyActor(search: EventsSearch, row: EventRow): EventsSearch | null {
  const actor = actorKey(actorOf(row))
  return ACTOR_KEY.test(actor) ? withValue(search, 'actor', actor, 'wanted') : null
}

export function onlyObject(search: EventsSearch, row: EventRow): EventsSearch | null {
  const object = objectOf(row)
  const key = object && objectKey(object)
  return key !== null && OBJECT_KEY.test(key) ? withValue(search, 'object', key, 'wanted') : null
}

/** To the rows of a burst and to no others: what it is told by are operators. */
export function ofBurst(search: EventsSearch, { row, from, to }: Burst): EventsSearch {
  const actor = actorKey(actorOf(row))
  return {
    ...cleared(search),
    type: String(row.type),
    address: row.ipAddress ?? NONE,
    // A domain's name stays out of the URL; then the time has to do.
    actor: ACTOR_KEY.test(actor) ? actor : undefined,
    zoom: zoomText({ from, to }),
  }
}

/** What a saved view keeps: not the zone, which is a matter of the reader, nor the event that is open. */
export function keptOf(search: EventsSearch): Record<string, string> {
  const { tz: _, event: __, ...kept } = search
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** Everything that narrows the list, but not the range and the zone. */
export function cleared(search: EventsSearch): EventsSearch {
  const { last, from, to, tz } = search
  return { last, from, to, tz }
}
