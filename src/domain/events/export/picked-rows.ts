import type { EventStore } from '#/domain/events/store'

/**
 * Rows that were taken aside, as numbers: the log goes on growing and its positions move, these stay as they were.
 * Dictionaries are shared with the store, as they only grow.
 */
export interface PickedRows {
  store: EventStore
  count: number
  tick: Float64Array
  type: Uint16Array
  device: Uint16Array
  address: Uint32Array
  actorIds: Uint32Array
  objectIds: Uint32Array
}

/** `matches`: positions in the store, as `scan` gives them. 26 bytes a row. */
export function pickRows(store: EventStore, matches: Uint32Array): PickedRows {
  const { arrays, start } = store.columns
  const { length } = matches
  const gather = <A extends Float64Array | Uint32Array | Uint16Array>(from: A, to: A): A => {
    for (let at = 0; at < length; at += 1) to[at] = from[start + (matches[at] as number)] as number
    return to
  }
  return {
    store,
    count: length,
    tick: gather(arrays.tick, new Float64Array(length)),
    type: gather(arrays.type, new Uint16Array(length)),
    device: gather(arrays.device, new Uint16Array(length)),
    address: gather(arrays.address, new Uint32Array(length)),
    actorIds: gather(arrays.actorIds, new Uint32Array(length)),
    objectIds: gather(arrays.objectIds, new Uint32Array(length)),
  }
}
