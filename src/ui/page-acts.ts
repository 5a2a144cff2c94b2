import { useEffect, useId } from 'react'
import type { IconType } from './Icon'

/** An act on what is selected on the page, offered by the palette too. */
export interface PageAct {
  name: string
  icon: IconType
  /** Why it is closed, or false. */
  closed: string | false
  run: () => void
}

const offered = new Map<string, readonly PageAct[]>()
const listeners = new Set<() => void>()
let all: readonly PageAct[] = []

function tell() {
  all = [...offered.values()].flat()
  for (const listener of listeners) listener()
}

/** What the page offers right now. */
export const pageActs = {
  get: () => all,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Whoever draws the acts offers them here too, as long as it is mounted. */
export function usePageActs(acts: readonly PageAct[]): void {
  const id = useId()
  useEffect(() => {
    offered.set(id, acts)
    tell()
    return () => {
      offered.delete(id)
      tell()
    }
  })
}
