import { masksOf, type Mask, type Masks } from './filter'
import type { ScanRequest } from './scan'
import type { EventStore } from './store'

/**
 * Positions in the store of the rows that match, newest first, as `scan` gives them, without anything that is counted:
 * a column at a time, and only those that the filter asks about.
 */
export function findEvents(
  store: EventStore,
  { filter, range, brush, marks }: Pick<ScanRequest, 'filter' | 'range' | 'brush' | 'marks'>,
): { matches: Uint32Array; inRange: number } {
  const whole = store.range(range)
  const part = brush ? store.range(brush) : whole
  const from = Math.max(whole.from, part.from)
  const to = Math.min(whole.to, part.to)
  const inRange = Math.max(0, to - from)
  const masks = masksOf(store, filter)
  const isOut = new Uint8Array(inRange)
  const { arrays, start } = store.columns
  const column = (all: Uint8Array | Uint16Array | Uint32Array) => all.subarray(start + from, start + to)
  const drop = (mask: Mask | Uint16Array, values: ArrayLike<number>) => {
    if (mask === null) return
    for (let at = 0; at < inRange; at += 1) if (mask[values[at] as number] !== 0) isOut[at] = 1
  }
  drop(masks.types, column(arrays.type))
  drop(masks.actors, column(arrays.actor))
  drop(masks.unwantedObjects, column(arrays.object))
  drop(masks.devices, column(arrays.device))
  drop(masks.addresses, column(arrays.address))
  if (marks !== null) drop(masks.marks, marks.subarray(from, to))
  dropObjects(masks, column(arrays.object), column(arrays.objectIds), isOut)
  dropUnheld(masks, arrays, start + from, isOut)
  return { matches: positions(isOut, from), inRange }
}

/** A row is about its main object or about any other that it names. */
function dropObjects(
  { objects, objectIds }: Masks,
  main: ArrayLike<number>,
  named: ArrayLike<number>,
  isOut: Uint8Array,
): void {
  if (objects === null || objectIds === null) return
  for (let at = 0; at < isOut.length; at += 1) {
    const isOther = objects[main[at] as number] !== 0 && objectIds[named[at] as number] !== 0
    if (isOther) isOut[at] = 1
  }
}

/** Words of free text, each of which any of the four may hold. */
function dropUnheld(
  { held, all, not }: Masks,
  { type, actor, object, address }: EventStore['columns']['arrays'],
  start: number,
  isOut: Uint8Array,
): void {
  if (held === null) return
  for (let at = 0; at < isOut.length; at += 1) {
    const row = start + at
    let bits = 0
    if (held.types !== null) bits |= held.types[type[row] as number] as number
    if (held.actors !== null) bits |= held.actors[actor[row] as number] as number
    if (held.objects !== null) bits |= held.objects[object[row] as number] as number
    if (held.addresses !== null) bits |= held.addresses[address[row] as number] as number
    if ((bits & all) !== all || (bits & not) !== 0) isOut[at] = 1
  }
}

function positions(isOut: Uint8Array, from: number): Uint32Array {
  const found = new Uint32Array(isOut.length)
  let count = 0
  for (let at = 0; at < isOut.length; at += 1) {
    if (isOut[at] !== 0) continue
    found[count] = from + at
    count += 1
  }
  return found.slice(0, count)
}
