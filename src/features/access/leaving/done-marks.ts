import { useSyncExternalStore } from 'react'
import { pageMemory } from '#/data/page-memory'

const none: ReadonlySet<string> = new Set()
const marks = new Map<string, ReadonlySet<string>>()
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

pageMemory.add({
  forget: () => {
    marks.clear()
    tell()
  },
  retry: () => undefined,
})

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Secrets that were worked off for a member who leaves: in this tab until it is locked, by id. */
export function useDoneMarks(memberId: string) {
  const done = useSyncExternalStore(subscribe, () => marks.get(memberId) ?? none)
  return {
    done,
    mark: (id: string, isDone: boolean) => {
      const next = new Set(done)
      if (isDone) next.add(id)
      else next.delete(id)
      marks.set(memberId, next)
      tell()
    },
  }
}
