import { useEffect, useId } from 'react'
import type { KeyId } from './keys'

const bound = new Map<string, readonly KeyId[]>()
const listeners = new Set<() => void>()
let ids: ReadonlySet<KeyId> = new Set()

function tell() {
  ids = new Set([...bound.values()].flat())
  for (const listener of listeners) listener()
}

/** Entries of the table of keys that something on this page has bound: the sheet of keys lists these. */
export const activeKeys = {
  get: () => ids,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Whoever binds keys says so here, as long as it is mounted. */
export function useActiveKeys(keys: readonly KeyId[]): void {
  const id = useId()
  const joined = keys.join(' ')
  useEffect(() => {
    bound.set(id, joined === '' ? [] : (joined.split(' ') as KeyId[]))
    tell()
    return () => {
      bound.delete(id)
      tell()
    }
  }, [id, joined])
}
