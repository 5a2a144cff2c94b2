import { categoryOf, severityOf, type EventCategory } from './codes'
import type { Dictionary } from './dictionary'
import { FAILS, masksOf, NONE, type EventFilter, type FacetName, type Masks } from './filter'
import type { Span } from './pager'
import { MARK_NAMES, MARK_SETS } from './marks'
import type { EventStore } from './store'

/** In the order in which they are stacked and listed. Codes that are not known are the last. */
export const CATEGORIES = [
  'secret',
  'project',
  'machineAccount',
  'user',
  'member',
  'group',
  'collection',
  'policy',
  'organization',
  'item',
  'domain',
  'provider',
  'send',
  'phishing',
  'privilegedAccess',
  NONE,
] as const satisfies (EventCategory | typeof NONE)[]

export interface ScanRequest {
  filter: EventFilter
  /** What the histogram shows. */
  range: Span
  /** A part of it that rows and facets are limited to. */
  brush: Span | null
  bars: number
  /** Of each position in the store; null where they are not looked for. */
  marks: Uint8Array | null
  /** Values of one facet, beside those that are chosen. */
  mostValues: number
}

export interface FacetCount {
  key: string
  count: number
}

export interface ScanResult {
  /** Positions in the store of the rows that match, newest first. */
  matches: Uint32Array
  /** Rows within the range, and the brush where there is one. */
  inRange: number
  /** By bar and category: what matches, the brush left aside. */
  bars: Uint32Array
  /** By bar: how many of them are critical. */
  critical: Uint32Array
  facets: Record<FacetName, { values: FacetCount[]; distinct: number }>
}

/** One pass over the rows: matches, histogram, and of each facet how many there would be without its own choice. */
export function scan(store: EventStore, request: ScanRequest): ScanResult {
  const masks = masksOf(store, request.filter)
  const counts = {
    actor: new Uint32Array(store.actors.size),
    object: new Uint32Array(store.objects.size),
    client: new Uint32Array(store.devices.size),
    address: new Uint32Array(store.addresses.size),
    /** Whatever their type, as category, type and severity follow from it. */
    type: new Uint32Array(store.types.size),
    /** By all the marks of a row. */
    is: new Uint32Array(MARK_SETS),
  }
  const { range, bars: barCount } = request
  const bars = new Uint32Array(barCount * CATEGORIES.length)
  const critical = new Uint32Array(barCount)
  const typeFacts = factsOf(store.types)
  const whole = store.range(range)
  const brushed = request.brush ? store.range(request.brush) : whole
  const matches = new Uint32Array(Math.max(0, brushed.to - brushed.from))
  // Where nothing is chosen of them, those of the rows that match are all there is to count.
  const { marks } = request
  const chosenMarks = masks.marks === null ? null : marks
  let matched = 0
  for (const lot of lots(store, range, barCount, brushed)) {
    const found = scanLot(store, masks, chosenMarks, lot, counts, matches, matched)
    matched += found.inLot
    addBar(bars, critical, lot.bar, found.byType, typeFacts)
  }
  if (marks !== null && chosenMarks === null) countMarks(marks, matches.subarray(0, matched), counts.is)
  return {
    matches: matches.slice(0, matched),
    inRange: matches.length,
    bars,
    critical,
    facets: facetsOf(store, masks, counts, request),
  }
}

function countMarks(marks: Uint8Array, matches: Uint32Array, counts: Uint32Array): void {
  for (let n = 0; n < matches.length; n += 1) {
    const set = marks[matches[n] as number] as number
    counts[set] = (counts[set] as number) + 1
  }
}

interface Lot {
  from: number
  to: number
  bar: number
  isCounted: boolean
}

/** Stretches of rows that belong to one bar, and lie within the brush or outside. */
function lots(
  store: EventStore,
  range: Span,
  barCount: number,
  brushed: { from: number; to: number },
): Lot[] {
  const found: Lot[] = []
  const width = (range.to - range.from + 1) / barCount
  let { from } = store.range(range)
  for (let bar = barCount - 1; bar >= 0; bar -= 1) {
    const { to } = store.range({ from: Math.ceil(range.from + bar * width), to: range.to })
    const cuts = [brushed.from, brushed.to].filter((cut) => cut > from && cut < to)
    for (const cut of [...cuts, to]) {
      if (cut > from) found.push({ from, to: cut, bar, isCounted: from >= brushed.from && cut <= brushed.to })
      from = Math.max(from, cut)
    }
  }
  return found
}

type Counts = Record<'actor' | 'object' | 'client' | 'address' | 'type' | 'is', Uint32Array>

/** The inner loop: nothing is called or made in it. */
function scanLot(
  store: EventStore,
  masks: Masks,
  marks: Uint8Array | null,
  { from, to, isCounted }: Lot,
  counts: Counts,
  matches: Uint32Array,
  matchedBefore: number,
): { inLot: number; byType: Uint32Array } {
  const { arrays, start } = store.columns
  const { type, actor, object, objectIds, device, address } = arrays
  const { held, all, not, actors, objects, unwantedObjects, devices, addresses, types } = masks
  const ids = masks.objectIds
  const unmarked = masks.marks
  const hasObjects = objects !== null && ids !== null
  const byActor = counts.actor
  const byObject = counts.object
  const byDevice = counts.client
  const byAddress = counts.address
  const allByType = counts.type
  const byMarks = counts.is
  const byType = new Uint32Array(store.types.size)
  const end = start + to
  let matched = matchedBefore
  for (let at = start + from; at < end; at += 1) {
    const t = type[at] as number
    const a = actor[at] as number
    const o = object[at] as number
    const d = device[at] as number
    const ip = address[at] as number
    const m = marks === null ? 0 : (marks[at - start] as number)
    let fails = 0
    if (unmarked !== null) fails |= unmarked[m] as number
    if (actors !== null) fails |= actors[a] as number
    if (hasObjects) fails |= (objects[o] as number) & (ids[objectIds[at] as number] as number)
    if (unwantedObjects !== null) fails |= unwantedObjects[o] as number
    if (devices !== null) fails |= devices[d] as number
    if (addresses !== null) fails |= addresses[ip] as number
    if (held !== null) {
      let bits = 0
      if (held.types !== null) bits |= held.types[t] as number
      if (held.actors !== null) bits |= held.actors[a] as number
      if (held.objects !== null) bits |= held.objects[o] as number
      if (held.addresses !== null) bits |= held.addresses[ip] as number
      if ((bits & all) !== all || (bits & not) !== 0) fails |= FAILS.text
    }
    const typeFails = types === null ? 0 : (types[t] as number)
    if ((fails | typeFails) === 0) {
      byType[t] = (byType[t] as number) + 1
      if (!isCounted) continue
      matches[matched] = at - start
      matched += 1
      byActor[a] = (byActor[a] as number) + 1
      byObject[o] = (byObject[o] as number) + 1
      byDevice[d] = (byDevice[d] as number) + 1
      byAddress[ip] = (byAddress[ip] as number) + 1
      allByType[t] = (allByType[t] as number) + 1
      if (marks !== null) byMarks[m] = (byMarks[m] as number) + 1
    } else if (!isCounted) continue
    else if (fails === 0) allByType[t] = (allByType[t] as number) + 1
    else if (typeFails !== 0) continue
    else if (fails === FAILS.actor) byActor[a] = (byActor[a] as number) + 1
    else if (fails === FAILS.object) byObject[o] = (byObject[o] as number) + 1
    else if (fails === FAILS.client) byDevice[d] = (byDevice[d] as number) + 1
    else if (fails === FAILS.address) byAddress[ip] = (byAddress[ip] as number) + 1
    else if (fails === FAILS.is) byMarks[m] = (byMarks[m] as number) + 1
  }
  return { inLot: matched - matchedBefore, byType }
}

const factsOf = (types: Dictionary) =>
  types.texts.map((text) => {
    const category = categoryOf(Number(text)) ?? NONE
    return { category, index: CATEGORIES.indexOf(category), severity: severityOf(Number(text)) }
  })

function addBar(
  bars: Uint32Array,
  critical: Uint32Array,
  bar: number,
  byType: Uint32Array,
  facts: ReturnType<typeof factsOf>,
): void {
  byType.forEach((count, type) => {
    const fact = facts[type]
    if (count === 0 || !fact) return
    const at = bar * CATEGORIES.length + fact.index
    bars[at] = (bars[at] ?? 0) + count
    if (fact.severity === 'critical') critical[bar] = (critical[bar] ?? 0) + count
  })
}

function facetsOf(
  store: EventStore,
  masks: Masks,
  counts: Counts,
  request: ScanRequest,
): ScanResult['facets'] {
  const { mostValues, filter } = request
  const chosen = (facet: FacetName) => [
    ...(filter.choice[facet]?.wanted ?? []),
    ...(filter.choice[facet]?.unwanted ?? []),
  ]
  const plain = (facet: 'actor' | 'object' | 'client' | 'address', dictionary: Dictionary) =>
    topOf(counts[facet], (index) => dictionary.texts[index] ?? NONE, mostValues, chosen(facet))
  const byType = (facet: 'type' | 'category' | 'severity', keyOf: (code: string) => string) => {
    const sums = new Map<string, number>()
    counts.type.forEach((count, type) => {
      // Rows that fail by this facet alone would be there without its choice.
      const others = (masks.types?.[type] ?? 0) & ~FAILS[facet]
      const key = keyOf(store.types.texts[type] ?? '')
      if (count > 0 && others === 0) sums.set(key, (sums.get(key) ?? 0) + count)
    })
    const keys = [...sums.keys()]
    return topOf(Uint32Array.from(sums.values()), (index) => keys[index] ?? NONE, mostValues, chosen(facet))
  }
  return {
    category: byType('category', (code) => categoryOf(Number(code)) ?? NONE),
    type: byType('type', (code) => code),
    severity: byType('severity', (code) => severityOf(Number(code))),
    actor: plain('actor', store.actors),
    object: plain('object', store.objects),
    client: plain('client', store.devices),
    address: plain('address', store.addresses),
    is: marksOf(counts.is, chosen('is')),
  }
}

/** A row counts under each of its marks. */
function marksOf(counts: Uint32Array, chosen: readonly string[]): { values: FacetCount[]; distinct: number } {
  const values = Object.entries(MARK_NAMES).map(([key, bits]) => ({
    key,
    count: counts.reduce((sum, count, marks) => ((marks & bits) === 0 ? sum : sum + count), 0),
  }))
  const found = values.filter(({ key, count }) => count > 0 || chosen.includes(key))
  return { values: found, distinct: found.length }
}

/** The largest counts, largest first, without sorting what is not shown; and what is chosen, whatever its count. */
function topOf(
  counts: Uint32Array,
  keyOf: (index: number) => string,
  most: number,
  chosen: readonly string[],
): { values: FacetCount[]; distinct: number } {
  let distinct = 0
  const top: { index: number; count: number }[] = []
  const wanted = new Set(chosen)
  const values: FacetCount[] = []
  counts.forEach((count, index) => {
    if (count === 0) return
    distinct += 1
    if (wanted.size > 0 && wanted.delete(keyOf(index))) {
      values.push({ key: keyOf(index), count })
      return
    }
    if (top.length === most && count <= (top.at(-1)?.count ?? 0)) return
    const place = top.findIndex((each) => each.count < count)
    top.splice(place === -1 ? top.length : place, 0, { index, count })
    if (top.length > most) top.pop()
  })
  for (const key of wanted) values.push({ key, count: 0 })
  values.push(...top.map(({ index, count }) => ({ key: keyOf(index), count })))
  return { values: values.toSorted((a, b) => b.count - a.count), distinct }
}
